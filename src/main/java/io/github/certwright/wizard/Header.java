package io.github.certwright.wizard;

import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Sentences;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page's question and one sentence. */
final class Header extends VBox {
  private final Label title = Sentences.plain("");
  private ImageView logo;
  private final Label sentence = Sentences.hint("");
  private final Note notice = new Note(Feather.COFFEE, "");

  Header() {
    title.getStyleClass().add("page-title");
    title.setId("title");
    sentence.getStyleClass().add("page-sentence");
    getStyleClass().add("header");
    notice.setId("notice");
    notice.say("");
    getChildren().addAll(notice, title, sentence);
    AppIcon.large()
        .ifPresent(
            image -> {
              logo = new ImageView(image);
              getChildren().addFirst(logo);
            });
  }

  /** The icon stands above the first question only; afterwards it is in the rail. */
  void welcome(boolean first) {
    if (logo != null) {
      logo.setVisible(first);
      logo.setManaged(first);
    }
  }

  /** What holds for every page of a job; nothing where nothing does. */
  void notice(String words) {
    notice.say(words);
  }

  boolean wouldChange(String question) {
    return !title.getText().equals(question);
  }

  void say(String question, String explanation) {
    title.setText(question);
    sentence.setText(explanation);
  }
}
