package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a crash had left, and that it is put right; keeps nobody from anything. */
final class RecoveredNote extends VBox {
  private final Text text;
  private final StartModel model;

  RecoveredNote(Text text, StartModel model) {
    this.text = text;
    this.model = model;
    setId("recovered");
    getStyleClass().add("close");
    model.recoveredProperty().subscribe(this::show);
  }

  private void show(Optional<RunReport> found) {
    getChildren().clear();
    setVisible(found.isPresent());
    setManaged(found.isPresent());
    found.ifPresent(this::show);
  }

  private void show(RunReport report) {
    boolean all = report.state() == RunReport.State.DONE;
    String title = text.of(all ? "start.recovered.title" : "start.recovered.partly.title");
    VBox lines = new VBox();
    lines.getStyleClass().add("problems");
    report.problems().forEach(problem -> lines.getChildren().add(line(problem)));
    Button read = Layouts.button(text, "start.recovered.read", model::read);
    read.setId("recovered-read");
    VBox panel = Layouts.panel(Sentences.heading(title), Layouts.scrolling(lines), read);
    panel.getStyleClass().add(all ? "calm-panel" : "warn-panel");
    getChildren().add(panel);
    Spoken.name(this, title);
  }

  private Node line(Problem problem) {
    if (problem.stops()) {
      return new ProblemLine(text, problem);
    }
    Text.ProblemText words = text.problem(problem);
    VBox both =
        new VBox(Sentences.plain(words.what()), Sentences.hint(String.join(" ", words.hints())));
    HBox.setHgrow(both, Priority.ALWAYS);
    Label icon = new Label();
    icon.setGraphic(Icons.small(Feather.INFO));
    HBox line = new HBox(icon, both);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("icon-line");
    return line;
  }
}
