package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A check while it runs: what is being looked at, and a way to stop. */
final class CheckProgress extends VBox {
  CheckProgress(Text text, CheckModel model) {
    getStyleClass().add("close");
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(text.of("checking.bar.label"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button stop = Layouts.button(text, "checking.stop", model::stop);
    stop.setId("stop");
    HBox row = new HBox(bar, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("joined");
    Label now = Sentences.hint("");
    now.textProperty().bind(model.nowProperty());
    model.nowProperty().subscribe(words -> Spoken.help(bar, words));
    getChildren().addAll(row, now);
    SourcePage.shownWhen(this, model.runningProperty());
    // An endless bar costs frames while it is shown, also where nobody sees it.
    model
        .runningProperty()
        .subscribe(
            runs -> {
              bar.setProgress(runs ? ProgressBar.INDETERMINATE_PROGRESS : 0);
              if (runs) {
                stop.requestFocus();
              }
            });
  }
}
