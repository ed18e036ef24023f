package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The one sentence, large, with its colour, its icon and its word. */
final class VerdictBanner extends HBox {
  VerdictBanner(Text text, CheckReport report) {
    LevelLook look = LevelLook.of(report.level());
    String verdict = text.of(report.verdict().key(), report.verdict().args().toArray());
    Label word = Sentences.plain(text.of(look.wordKey()));
    word.getStyleClass().add("verdict-word");
    Label sentence = Sentences.plain(verdict);
    sentence.getStyleClass().add("verdict-sentence");
    VBox words = new VBox(word, sentence, Sentences.hint(report.asked()));
    HBox.setHgrow(words, Priority.ALWAYS);
    setId("verdict");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("verdict", look.colour());
    getChildren().addAll(Icons.badge(look.icon(), look.colour()), words);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(text.of("verdict.spoken.text", word.getText(), verdict));
  }
}
