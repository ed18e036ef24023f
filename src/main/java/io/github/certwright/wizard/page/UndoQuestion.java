package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Past;
import io.github.certwright.wizard.RecentJob;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "Undo this job?": shows file by file what will be put back; the answer offered is no. */
final class UndoQuestion implements StartModel.Asker {
  private final Text text;
  private final Dialogs dialogs;

  UndoQuestion(Text text, Dialogs dialogs) {
    this.text = text;
    this.dialogs = dialogs;
  }

  @Override
  public void ask(RecentJob job, Past.Undoing undoing, Runnable yes, Runnable no) {
    VBox body = new VBox(Sentences.plain(text.of("start.undo.ask.text")));
    body.getStyleClass().add("dialog-body");
    VBox steps = new VBox();
    steps.getStyleClass().add("sentence-list");
    undoing.steps().forEach(step -> steps.getChildren().add(line(step)));
    body.getChildren().add(Layouts.scrolling(steps));
    if (!undoing.problems().isEmpty()) {
      VBox left = new VBox();
      left.getStyleClass().add("problems");
      undoing.problems().forEach(each -> left.getChildren().add(new ProblemLine(text, each)));
      body.getChildren().add(Layouts.scrolling(left));
    }
    dialogs.ask(
        new Dialogs.Question(
            text.of("start.undo.ask.title", job.server(), job.when()),
            body,
            "done.undo.ask.yes",
            "done.undo.ask.no"),
        yes,
        no);
  }

  private Node line(Plan.Step step) {
    Label words = Sentences.plain(text.of(step.key(), step.args().toArray()));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Icons.small(Feather.ROTATE_CCW), words);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().addAll("icon-line", "sentence");
    return line;
  }
}
