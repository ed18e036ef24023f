package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.wizard.Trusting.Has;
import io.github.certwright.wizard.Trusting.Sight;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.SecretField;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** "Who shall trust it?" */
public final class StoresPage extends FieldsPage {
  private final StoresModel model;
  private final VBox list = new VBox();
  private final VBox notes = new VBox();
  private final VBox ways;

  public StoresPage(Text text, StoresModel model, Picker picker) {
    super(text, model);
    this.model = model;
    ToggleGroup group = new ToggleGroup();
    ways =
        Layouts.stack(
            Choices.radio(
                text, group, "stores.install", model.changeProperty(), StoresModel.Change.INSTALL),
            Choices.radio(
                text, group, "stores.remove", model.changeProperty(), StoresModel.Change.REMOVE),
            Choices.radio(
                text, group, "stores.export", model.changeProperty(), StoresModel.Change.EXPORT));
    list.setId("stores");
    list.getStyleClass().add("check-list");
    notes.getStyleClass().add("problems");
    Field stores =
        fields().add(TrustStores.FIELD, new Field(text, TrustStores.FIELD, Layouts.stack(list)));
    VBox here = Layouts.stack(stores, javaPassword(), notes);
    Field folder = folder(picker);
    show(ways, here, folder, fields().general());
    SourcePage.shownWhen(here, model.changeProperty().map(now -> now != StoresModel.Change.EXPORT));
    SourcePage.shownWhen(
        folder, model.changeProperty().map(now -> now == StoresModel.Change.EXPORT));
    model.choices().addListener((ListChangeListener<StoresModel.Choice>) change -> fill());
    model.lookingProperty().subscribe(_ -> fill());
    model
        .notes()
        .subscribe(
            () ->
                notes
                    .getChildren()
                    .setAll(
                        model.notes().stream()
                            .map(problem -> new ProblemLine(text, problem))
                            .toList()));
  }

  @Override
  public Node firstFocus() {
    return ways.lookupAll(".radio-button").stream()
        .filter(node -> node instanceof RadioButton button && button.isSelected())
        .findFirst()
        .orElse(ways);
  }

  /** Seen only where the password of Java's own list was changed. */
  private Node javaPassword() {
    SecretField password = new SecretField(text(), model.javaPasswordProperty());
    password.input().setId("java-password");
    // Enter would otherwise press the button that leads on.
    password
        .input()
        .setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.entered();
              }
            });
    HBox.setHgrow(password, Priority.ALWAYS);
    Button open = Layouts.button(text(), "stores.java.open", model::entered);
    open.setId("java-open");
    open.disableProperty().bind(model.javaPasswordProperty().map(String::isEmpty));
    HBox row = new HBox(password, open);
    row.getStyleClass().add("joined");
    Field field =
        fields()
            .add(
                StoresModel.JAVA_PASSWORD,
                new Field(text(), StoresModel.JAVA_PASSWORD, row, password.input()));
    SourcePage.shownWhen(field, model.javaLockedProperty());
    return field;
  }

  private Field folder(Picker picker) {
    TextField input = new TextField();
    input.setId("folder");
    input.textProperty().bindBidirectional(model.folderProperty());
    HBox.setHgrow(input, Priority.ALWAYS);
    Button browse =
        Layouts.button(
            text(),
            "where.browse",
            () ->
                picker
                    .folder(text().of("where.browse.title"))
                    .map(Path::toString)
                    .ifPresent(model.folderProperty()::set));
    HBox row = new HBox(input, browse);
    row.getStyleClass().add("joined");
    return fields().add(StoresModel.FOLDER, new Field(text(), StoresModel.FOLDER, row, input));
  }

  private void fill() {
    list.getChildren().setAll(model.choices().stream().map(this::row).toList());
    if (model.lookingProperty().get()) {
      ProgressIndicator wheel = new ProgressIndicator();
      wheel.getStyleClass().add("small-wheel");
      HBox line = new HBox(wheel, Sentences.hint(text().of("stores.looking")));
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().addAll("icon-line", "check-row");
      list.getChildren().add(line);
    }
  }

  private Node row(StoresModel.Choice choice) {
    Sight sight = choice.sight();
    String name = StoreStates.name(text(), sight.store());
    CheckBox tick = new CheckBox(text().of(sight.store().key()));
    tick.getStyleClass().add("tool-name");
    tick.setWrapText(true);
    tick.setDisable(!choice.usable());
    tick.selectedProperty().bindBidirectional(choice.chosenProperty());
    tick.setAccessibleText(name);
    tick.setAccessibleHelp(state(sight));
    VBox words = new VBox(tick);
    sight.store().place().ifPresent(place -> words.getChildren().add(detail(place.toString())));
    words.getChildren().add(detail(state(sight)));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getStyleClass().add("check-row");
    return row;
  }

  private static Label detail(String words) {
    Label detail = Sentences.hint(words);
    detail.getStyleClass().add("tool-detail");
    return detail;
  }

  private String state(Sight sight) {
    String state = has(sight.state());
    return sight.needsRights() ? state + " " + text().of("stores.rights") : state;
  }

  private String has(Has state) {
    return switch (state) {
      case TRUST -> text().of("stores.has.trust");
      case NO_TRUST_IN_IT -> text().of("stores.has.doubt");
      case NOTHING -> text().of("stores.has.nothing");
      case UNKNOWN -> text().of("stores.has.unknown");
    };
  }
}
