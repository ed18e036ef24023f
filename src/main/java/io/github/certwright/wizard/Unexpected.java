package io.github.certwright.wizard;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Sentences;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The one place for what nobody foresaw: a calm window with technical details to copy. */
public final class Unexpected {
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)\\b(\\w*(?:password|passphrase|passwd|secret|token|authorization|cookie|serverPass))"
              + "(\"?\\s*[:=]\\s*)((?:Basic|Token|Bearer)\\s+\\S+|\"[^\"]*\"|\\S+)");

  private final Text text;
  private final Dialogs dialogs;
  private boolean open;

  public Unexpected(Text text, Dialogs dialogs) {
    this.text = text;
    this.dialogs = dialogs;
  }

  /** Shows the window; one at a time, whatever else goes wrong meanwhile. */
  public void show(Throwable cause) {
    System.getLogger(Unexpected.class.getName())
        .log(System.Logger.Level.ERROR, scrubbed(details(cause)));
    if (open) {
      return;
    }
    open = true;
    Dialog<ButtonType> dialog =
        dialogs.dialog(
            text.of("wizard.unexpected.title"), Sentences.plain(text.of("wizard.unexpected.text")));
    ButtonType copy = new ButtonType(text.of("wizard.unexpected.copy.label"), ButtonData.LEFT);
    ButtonType close = new ButtonType(text.of("wizard.close.label"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(copy, close);
    Button copyButton = (Button) dialog.getDialogPane().lookupButton(copy);
    copyButton.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          event.consume();
          ClipboardContent content = new ClipboardContent();
          content.putString(scrubbed(details(cause)));
          Clipboard.getSystemClipboard().setContent(content);
          copyButton.setText(text.of("wizard.copied.label"));
        });
    dialog.setOnHidden(event -> open = false);
    dialog.show();
  }

  static String details(Throwable cause) {
    StringWriter words = new StringWriter();
    cause.printStackTrace(new PrintWriter(words, true));
    return words.toString();
  }

  /** The text without anything that is called a password, token or the like. */
  static String scrubbed(String details) {
    return SECRETS.matcher(details).replaceAll("$1$2•••");
  }
}
