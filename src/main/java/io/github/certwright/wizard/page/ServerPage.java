package io.github.certwright.wizard.page;

import io.github.certwright.answers.HostName;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Chips;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** "What do people type to reach the server?" */
public final class ServerPage implements Page {
  private static final Duration PAUSE_IN_TYPING = Duration.millis(400);

  private final Text text;
  private final ServerModel model;
  private final TextField name = new TextField();
  private final Field field;
  private final Fields fields;
  private final VBox content;

  public ServerPage(Text text, ServerModel model) {
    this.text = text;
    this.model = model;
    name.setId("server-name");
    name.setPromptText(text.of("server.name.prompt"));
    name.textProperty().bindBidirectional(model.typedProperty());
    name.getStyleClass().add("big-field");
    Button add = Layouts.button(text, "server.add", model::add);
    add.disableProperty().bind(model.typedProperty().map(String::isBlank));
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(name, add);
    row.getStyleClass().add("joined");
    fields = new Fields(text, model.shown(), this::left);
    field = fields.add(ServerModel.NAME, new Field(text, "server.name", row, name));
    field.explained("server.explain");
    content =
        Layouts.page(
            Layouts.stack(field, Chips.chosen(text, model.names(), model::remove), suggestions()),
            new SightPanel(text, model),
            fields.general());
    name.addEventFilter(KeyEvent.KEY_TYPED, this::separators);
    model.recognisedProperty().subscribe(_ -> sayKind());
    PauseTransition pause = new PauseTransition(PAUSE_IN_TYPING);
    pause.setOnFinished(event -> model.settle());
    model.typedProperty().addListener((value, before, now) -> pause.playFromStart());
  }

  /**
   * With a line at the end for people for whom this is the wrong way.
   *
   * @param stem message stem of the line
   */
  ServerPage leadingOn(String stem, Runnable act) {
    Hyperlink link = new Hyperlink(text.of(stem + ".label"));
    link.setId("leads-on");
    link.setMnemonicParsing(true);
    link.setWrapText(true);
    link.setAccessibleText(Spoken.plain(link.getText()));
    link.setOnAction(event -> act.run());
    content.getChildren().add(link);
    return this;
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
    return name;
  }

  private Node suggestions() {
    Label also = Sentences.hint(text.of("server.suggest.text"));
    VBox box = Layouts.stack(also, Chips.suggested(text, model.suggestions(), model::accept));
    model
        .suggestions()
        .subscribe(
            () -> {
              box.setVisible(!model.suggestions().isEmpty());
              box.setManaged(box.isVisible());
            });
    box.setVisible(false);
    box.setManaged(false);
    return box;
  }

  private void left(String field) {
    model.settle();
    if (!model.typedProperty().get().isBlank()) {
      model.left(field);
    }
  }

  /** By the sign and not by the key, which on many keyboards is the colon's too. */
  private void separators(KeyEvent event) {
    boolean separates = event.getCharacter().equals(",") || event.getCharacter().equals(";");
    if (separates && !name.getText().isBlank()) {
      model.add();
      event.consume();
    }
  }

  private void sayKind() {
    field.hint(
        model
            .recognisedProperty()
            .get()
            .map(this::kindOf)
            .orElseGet(() -> text.of("server.name.help")));
  }

  private String kindOf(HostName recognised) {
    return switch (recognised) {
      case HostName.Ip ip when ip.version6() -> text.of("server.kind.ip6", ip.ascii());
      case HostName.Ip ip -> text.of("server.kind.ip4", ip.ascii());
      case HostName.Dns dns when dns.wildcard() -> text.of("server.kind.wildcard", dns.both());
      case HostName.Dns dns when dns.international() ->
          text.of("server.kind.international", dns.display(), dns.ascii());
      case HostName.Dns dns -> text.of("server.kind.dns", dns.ascii());
    };
  }
}
