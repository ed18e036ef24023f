package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.SecretField;
import io.github.certwright.wizard.control.Spoken;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** "What were you given?" */
public final class SourcePage implements Page {
  private static final Duration PAUSE_IN_TYPING = Duration.millis(400);

  private final Text text;
  private final SourceModel model;
  private final Fields fields;
  private final TextField file = new TextField();
  private final TextField server = new TextField();
  private final VBox content;

  public SourcePage(Text text, SourceModel model, Picker picker) {
    this.text = text;
    this.model = model;
    fields = new Fields(text, model.shown(), this::left);
    Node password = password();
    Node fileField = file(picker);
    Node serverField = server();
    ObservableValue<Boolean> asks = model.kindProperty().map(SourceKind.SERVER::equals);
    shownWhen(fileField, asks.map(yes -> !yes));
    shownWhen(password, model.kindProperty().map(SourceKind.STORE::equals));
    shownWhen(serverField, asks);
    content =
        Layouts.page(
            kinds(),
            fileField,
            password,
            serverField,
            fields.general(),
            new FoundPanel(text, model, fields));
    PauseTransition pause = new PauseTransition(PAUSE_IN_TYPING);
    pause.setOnFinished(event -> settleFile());
    model.fileProperty().addListener((value, before, now) -> pause.playFromStart());
  }

  @Override
  public PageModel model() {
    return model;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public Node firstFocus() {
    return model.kindProperty().get() == SourceKind.SERVER ? server : file;
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, firstFocus());
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(model::take);
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    List<RadioButton> buttons =
        List.of(
            kind(group, SourceKind.KIT, "source.kit"),
            kind(group, SourceKind.STORE, "source.store"),
            kind(group, SourceKind.CERTIFICATE, "source.certificate"),
            kind(group, SourceKind.SERVER, "source.ask"));
    return Layouts.stack(buttons.toArray(Node[]::new));
  }

  private RadioButton kind(ToggleGroup group, SourceKind kind, String stem) {
    RadioButton button = new RadioButton(text.of(stem + ".label"));
    button.setId("source-" + kind.name().toLowerCase(Locale.ROOT));
    button.setMnemonicParsing(true);
    button.setWrapText(true);
    button.setToggleGroup(group);
    button.setAccessibleText(Spoken.plain(button.getText()));
    button.setOnAction(event -> model.kindProperty().set(kind));
    model.kindProperty().subscribe(now -> button.setSelected(now == kind));
    return button;
  }

  private Node file(Picker picker) {
    file.setId("source-file");
    file.textProperty().bindBidirectional(model.fileProperty());
    HBox.setHgrow(file, Priority.ALWAYS);
    Button browse =
        Layouts.button(
            text,
            "where.browse",
            () -> picker.file(text.of("source.browse.title")).ifPresent(model::take));
    browse.setId("browse");
    Field field = new Field(text, "source.file", joined(file, browse), file);
    model.kindProperty().subscribe(kind -> field.hint(hint(kind)));
    return fields.add(SourceModel.FILE, field);
  }

  private String hint(SourceKind kind) {
    return switch (kind) {
      case STORE -> text.of("source.store.help");
      case CERTIFICATE -> text.of("source.certificate.help");
      case KIT, SERVER -> text.of("source.file.help");
    };
  }

  private Node password() {
    SecretField password = new SecretField(text, model.passwordProperty());
    password.input().setId("source-password");
    Field field = new Field(text, "source.password", password, password.input());
    model
        .passwordFoundProperty()
        .subscribe(
            found -> field.hint(text.of(found ? "source.password.found" : "source.password.help")));
    return fields.add(SourceModel.PASSWORD, field);
  }

  private Node server() {
    server.setId("source-address");
    server.setPromptText(text.of("server.name.prompt"));
    server.textProperty().bindBidirectional(model.serverProperty());
    HBox.setHgrow(server, Priority.ALWAYS);
    Button ask = Layouts.button(text, "source.ask.now", model::look);
    ask.setId("ask");
    ask.disableProperty().bind(model.readingProperty());
    return fields.add(
        SourceModel.SERVER, new Field(text, "source.server", joined(server, ask), server));
  }

  /** A password is tried when its field is left, so that nobody is told off while typing. */
  private void left(String field) {
    model.left(field);
    if (field.equals(SourceModel.PASSWORD)) {
      model.settle();
    }
  }

  private void settleFile() {
    if (model.kindProperty().get() != SourceKind.SERVER) {
      model.settle();
    }
  }

  private static HBox joined(Node... parts) {
    HBox row = new HBox(parts);
    row.getStyleClass().add("joined");
    return row;
  }

  static void shownWhen(Node node, ObservableValue<Boolean> condition) {
    condition.subscribe(shown -> shown(node, shown));
  }

  static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
