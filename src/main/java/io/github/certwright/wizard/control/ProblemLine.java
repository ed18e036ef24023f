package io.github.certwright.wizard.control;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem in its three sentences: what happened, why, what to do now. */
public final class ProblemLine extends HBox {

  public ProblemLine(Text text, Problem problem) {
    Text.ProblemText words = text.problem(problem);
    FontIcon icon = Icons.small(problem.stops() ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
    Label what = Sentences.plain(words.what());
    what.getStyleClass().add("problem-what");
    VBox sentences = new VBox(what);
    if (!words.hints().isEmpty()) {
      sentences.getChildren().add(Sentences.hint(String.join(" ", words.hints())));
    }
    HBox.setHgrow(sentences, Priority.ALWAYS);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().addAll("problem-line", problem.stops() ? "stops" : "warns");
    getChildren().addAll(icon, sentences);
  }
}
