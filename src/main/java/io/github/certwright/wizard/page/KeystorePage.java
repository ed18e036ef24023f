package io.github.certwright.wizard.page;

import io.github.certwright.run.Renewal;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Which keystore, and its password; whose certificate is in it is shown at once. */
public final class KeystorePage extends FieldsPage {
  private final KeystoreModel model;
  private final String knownKey;
  private final TextField file = new TextField();
  private final Field password;
  private final VBox known = new VBox();

  /**
   * @param knownKey message key of a keystore that is proposed: its server and when
   * @param waiting whether its certificate only keeps the place of the one that was asked for
   */
  public KeystorePage(
      Text text, KeystoreModel model, String knownKey, boolean waiting, Picker picker) {
    super(text, model);
    this.model = model;
    this.knownKey = knownKey;
    file.setId("keystore-file");
    Field fileField =
        fileField(
            KeystoreModel.FILE,
            file,
            model.fileProperty(),
            model::lookBeside,
            () -> picker.file(text.of("keystore.browse.title")).ifPresent(model::take));
    password = secretField(KeystoreModel.PASSWORD, "keystore-password", model.passwordProperty());
    model
        .passwordFoundProperty()
        .subscribe(
            found ->
                password.hint(
                    found
                        ? text.of("keystore.password.found")
                        : text.of("keystore.password.help")));
    known.getStyleClass().add("close");
    model.known().addListener((ListChangeListener<KeystoreModel.Known>) change -> showKnown());
    showKnown();
    show(
        known,
        fileField,
        password,
        fields().general(),
        new FactsPanel(
            text,
            model.lookingProperty(),
            model.foundProperty().map(one -> one.map(Renewal::facts)),
            waiting));
  }

  /** A password is tried when its field is left, so that nobody is told off while typing. */
  @Override
  void left(String field) {
    super.left(field);
    if (field.equals(KeystoreModel.PASSWORD)) {
      model.settle();
    }
  }

  @Override
  public Node firstFocus() {
    return model.fileProperty().get().isEmpty() ? file : password.focus();
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(model::take);
  }

  private void showKnown() {
    ToggleGroup group = new ToggleGroup();
    known.getChildren().setAll(model.known().stream().map(one -> choice(group, one)).toList());
    if (!known.getChildren().isEmpty()) {
      known.getChildren().addFirst(Sentences.heading(text().of("keystore.known.title")));
    }
    SourcePage.shown(known, model.known().size() > 1);
  }

  private Node choice(ToggleGroup group, KeystoreModel.Known one) {
    RadioButton button = new RadioButton(text().of(knownKey, one.server(), one.when()));
    button.setToggleGroup(group);
    button.setWrapText(true);
    button.setOnAction(event -> model.take(one.keystore()));
    model
        .fileProperty()
        .subscribe(now -> button.setSelected(now.equals(one.keystore().toString())));
    return button;
  }
}
