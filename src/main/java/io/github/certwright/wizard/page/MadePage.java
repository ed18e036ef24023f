package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The last page of a job that made files in a folder, and for this computer nothing else. */
abstract class MadePage extends EndPage {
  private final MadeModel<?> model;
  private final Words words;
  private final Consumer<RunReport> again;

  /**
   * What is said about such a job.
   *
   * @param made message stem of the heading when it is done
   * @param undo message stem of the question before an undo
   * @param undone message key of what is said after it
   */
  record Words(String made, String undo, String undone) {}

  /**
   * @param again goes back to the page from which it can be tried again
   */
  MadePage(
      Text text,
      MadeModel<?> model,
      Words words,
      Dialogs dialogs,
      Picker picker,
      Consumer<RunReport> again) {
    super(text, model, dialogs, picker);
    this.model = model;
    this.words = words;
    this.again = again;
  }

  @Override
  final String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION, NEEDS_ADMIN -> words.made();
      case PARTLY -> "done.partly";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED, NOT_TRUSTED -> "done.failed";
    };
  }

  @Override
  final String undoQuestion() {
    return words.undo();
  }

  @Override
  final void again(RunReport report) {
    again.accept(report);
  }

  @Override
  final List<Node> asBefore() {
    return List.of(new Note(Feather.ROTATE_CCW, text().of(words.undone())));
  }

  /** The button that shows the folder. */
  final void addFolder() {
    add("done.folder", Feather.FOLDER, model::openFolder).setId("open-folder");
  }

  /** What is to be done now, in order. */
  final Node steps(String title, List<String> sentences) {
    VBox steps = Layouts.panel(Sentences.heading(title));
    steps.setId("next-steps");
    for (int i = 0; i < sentences.size(); i++) {
      Label mark = new Label(String.valueOf(i + 1));
      mark.getStyleClass().add("step-number");
      HBox row = new HBox(mark, Sentences.plain(sentences.get(i)));
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("console-step");
      steps.getChildren().add(row);
    }
    return steps;
  }
}
