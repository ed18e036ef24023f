package io.github.certwright.wizard.control;

import io.github.certwright.text.Text;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Copies words to the clipboard and says so for a moment. */
public final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.seconds(2);

  /**
   * @param what whose words are copied, for people who hear the window
   */
  public CopyButton(Text text, String what, Supplier<String> words) {
    setText(text.of("wizard.copy.label"));
    setGraphic(Icons.small(Feather.COPY));
    setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("small");
    setAccessibleText(getText() + ": " + what);
    PauseTransition moment = new PauseTransition(MOMENT);
    moment.setOnFinished(
        event -> {
          setText(text.of("wizard.copy.label"));
          setGraphic(Icons.small(Feather.COPY));
        });
    setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(words.get());
          Clipboard.getSystemClipboard().setContent(content);
          setText(text.of("wizard.copied.label"));
          setGraphic(Icons.small(Feather.CHECK));
          Spoken.help(this, text.of("wizard.copied.label"));
          moment.playFromStart();
        });
  }
}
