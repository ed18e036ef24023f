package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.control.Sentences;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** "Is this your server?": shows the fingerprint; the answer offered is no. */
final class TrustQuestion implements UploadModel.Asker {
  private static final int BETWEEN = 12;

  private final Text text;
  private final Dialogs dialogs;

  TrustQuestion(Text text, Dialogs dialogs) {
    this.text = text;
    this.dialogs = dialogs;
  }

  @Override
  public void ask(String server, ServerLook look, Runnable yes, Runnable no) {
    switch (look) {
      case ServerLook.AskFirst first ->
          dialogs.ask(
              new Dialogs.Question(
                  text.of("trust.first.title"),
                  body(
                      Sentences.heading(server),
                      Sentences.plain(text.of("trust.first.text")),
                      print("trust.fingerprint", first.fingerprint()),
                      Sentences.hint(text.of("trust.subject", first.subject(), first.ends()))),
                  "trust.first.yes",
                  "trust.first.no"),
              yes,
              no);
      case ServerLook.Changed changed ->
          dialogs.ask(
              new Dialogs.Question(
                  text.of("trust.changed.title"),
                  body(
                      Sentences.heading(server),
                      loud(text.of("trust.changed.text")),
                      beside(
                          print("trust.before", changed.before()),
                          print("trust.now", changed.now())),
                      Sentences.hint(text.of("trust.subject", changed.subject(), changed.ends()))),
                  "trust.changed.yes",
                  "trust.changed.no"),
              yes,
              no);
      case ServerLook.Trusted trusted -> yes.run();
      case ServerLook.Refused refused -> no.run();
    }
  }

  private static VBox body(Node... parts) {
    VBox body = new VBox(parts);
    body.getStyleClass().add("dialog-body");
    return body;
  }

  /** Side by side, so that a difference is seen line by line; the window is as wide as it takes. */
  private static HBox beside(Region before, Region now) {
    before.setMinWidth(Region.USE_PREF_SIZE);
    now.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(BETWEEN, before, now);
  }

  private static Label loud(String words) {
    Label label = Sentences.plain(words);
    label.getStyleClass().add("loud");
    return label;
  }

  private VBox print(String stem, Fingerprint fingerprint) {
    return Layouts.panel(
        Sentences.heading(text.of(stem + ".label")), FingerprintText.of(fingerprint));
  }
}
