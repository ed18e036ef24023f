package io.github.certwright.wizard;

import io.github.certwright.wizard.control.Sentences;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

/** The page's question and one sentence. */
final class Header extends VBox {
  private final Label title = Sentences.plain("");
  private ImageView logo;
  private final Label sentence = Sentences.hint("");

  Header() {
    title.getStyleClass().add("page-title");
    title.setId("title");
    sentence.getStyleClass().add("page-sentence");
    getStyleClass().add("header");
    getChildren().addAll(title, sentence);
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

  boolean wouldChange(String question) {
    return !title.getText().equals(question);
  }

  void say(String question, String explanation) {
    title.setText(question);
    sentence.setText(explanation);
  }
}
