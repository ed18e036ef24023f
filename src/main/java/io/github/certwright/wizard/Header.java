package io.github.certwright.wizard;

import io.github.certwright.wizard.control.Sentences;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The page's question and one sentence. */
final class Header extends VBox {
  private final Label title = Sentences.plain("");
  private final Label sentence = Sentences.hint("");

  Header() {
    title.getStyleClass().add("page-title");
    title.setId("title");
    sentence.getStyleClass().add("page-sentence");
    getStyleClass().add("header");
    getChildren().addAll(title, sentence);
  }

  void say(String question, String explanation) {
    title.setText(question);
    sentence.setText(explanation);
  }
}
