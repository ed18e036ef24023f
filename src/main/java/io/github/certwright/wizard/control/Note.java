package io.github.certwright.wizard.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A remark in a quiet box. */
public final class Note extends HBox {
  private final Label words;

  public Note(Feather icon, String sentence) {
    words = Sentences.plain(sentence);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("note");
    getChildren().addAll(Icons.small(icon), words);
  }

  /** Changes what it says; nothing means it is gone. */
  public void say(String sentence) {
    words.setText(sentence);
    setVisible(!sentence.isEmpty());
    setManaged(!sentence.isEmpty());
    Spoken.name(this, sentence);
  }
}
