package io.github.certwright.wizard.page;

import io.github.certwright.run.ImportJob.FoundKey;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** "What do you have already?" */
public final class ExistingPage extends FieldsPage {
  private final ExistingModel model;
  private final FilesPanel files;
  private final VBox keys = new VBox();
  private final Field keyField;

  public ExistingPage(Text text, ExistingModel model, Picker picker) {
    super(text, model);
    this.model = model;
    files = new FilesPanel(text, model.files(), "import.browse.title", picker, model::add);
    keys.getStyleClass().add("close");
    keys.setId("keys");
    keyField = fields().add(ExistingModel.ALIAS, new Field(text, ExistingModel.ALIAS, keys));
    show(
        fields()
            .add(ExistingModel.FILES, new Field(text, ExistingModel.FILES, files, files.button())),
        secretField(ExistingModel.PASSWORD, "import-password", model.passwordProperty()),
        keyField,
        fields().general(),
        new FactsPanel(
            text,
            model.lookingProperty(),
            model
                .foundProperty()
                .map(
                    found ->
                        found
                            .flatMap(ExistingModel.Found::material)
                            .map(material -> material.chain().getFirst()))));
    model.keys().addListener((ListChangeListener<FoundKey>) change -> showKeys());
    showKeys();
  }

  /** A password is tried when its field is left, so that nobody is told off while typing. */
  @Override
  void left(String field) {
    super.left(field);
    if (field.equals(ExistingModel.PASSWORD)) {
      model.settleUnlessLocked();
    }
  }

  @Override
  public Node firstFocus() {
    return files.button();
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(model::add);
  }

  private void showKeys() {
    List<FoundKey> all = List.copyOf(model.keys());
    ToggleGroup group = new ToggleGroup();
    keys.getChildren().setAll(all.stream().map(key -> choice(group, key)).toList());
    SourcePage.shown(keyField, all.size() > 1);
  }

  private Node choice(ToggleGroup group, FoundKey key) {
    RadioButton button =
        new RadioButton(
            text()
                .of(
                    "import.key.text",
                    key.alias(),
                    FoundPanel.whose(key.certificate()),
                    key.certificate().notAfter()));
    button.setId("key-" + key.alias());
    button.setToggleGroup(group);
    button.setWrapText(true);
    button.setOnAction(event -> model.aliasProperty().set(key.alias()));
    model.aliasProperty().subscribe(now -> button.setSelected(now.equals(key.alias())));
    return button;
  }
}
