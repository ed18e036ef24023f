package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.RecentJob;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import io.github.certwright.wizard.page.StartModel.Undo;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How taking a job back goes on, and how it ended. */
final class UndoOutcome extends VBox {
  private final Text text;

  UndoOutcome(Text text, StartModel model) {
    this.text = text;
    setId("undo-outcome");
    getStyleClass().add("problems");
    setFocusTraversable(false);
    model.undoProperty().subscribe(this::show);
  }

  private void show(Undo now) {
    switch (now) {
      case Undo.None(), Undo.Looking _ -> getChildren().clear();
      case Undo.Running(RecentJob job, double fraction) ->
          under(text.of("start.undo.running", job.server()), fraction);
      case Undo.Ended(RecentJob job, RunReport report) -> ended(job, report);
      case Undo.Refused(List<Problem> problems) -> {
        getChildren().clear();
        lines(problems);
      }
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
    boolean over = now instanceof Undo.Ended || now instanceof Undo.Refused;
    setFocusTraversable(over);
    if (over) {
      // The button that was pressed goes away, and the keyboard would jump to the top.
      requestFocus();
    }
  }

  private void under(String words, double fraction) {
    ProgressBar bar = new ProgressBar(fraction);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(words);
    getChildren().setAll(Layouts.panel(Sentences.plain(words), bar));
    Spoken.name(this, words);
  }

  private void ended(RecentJob job, RunReport report) {
    String words =
        switch (report.state()) {
          case DONE, PLANNED, ATTENTION -> text.of("start.undo.done", job.server());
          case PARTLY, NEEDS_ADMIN -> text.of("start.undo.partly", job.server());
          case FAILED, REFUSED, CANCELLED, NOT_TRUSTED ->
              text.of("start.undo.failed", job.server());
        };
    boolean good = report.state() == RunReport.State.DONE;
    getChildren().setAll(new Note(good ? Feather.CHECK : Feather.ALERT_TRIANGLE, words));
    lines(report.problems());
    Spoken.name(this, words);
  }

  private void lines(List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    VBox box = new VBox();
    box.getStyleClass().addAll("panel", "problems");
    problems.forEach(problem -> box.getChildren().add((Node) new ProblemLine(text, problem)));
    getChildren().add(box);
  }
}
