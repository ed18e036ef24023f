package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.ProblemLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The last page of a job: how it ended, what is left to do, and the way back. */
abstract class EndPage implements Page {
  private static final Set<RunReport.State> WORTH_ANOTHER_TRY =
      Set.of(
          RunReport.State.PARTLY,
          RunReport.State.NOT_TRUSTED,
          RunReport.State.CANCELLED,
          RunReport.State.FAILED,
          RunReport.State.REFUSED);

  private final Text text;
  private final EndModel model;
  private final Dialogs dialogs;
  private final Picker picker;
  private final VBox content = Layouts.page();
  private final VBox errand = new VBox();
  private final FlowPane buttons = new FlowPane();

  EndPage(Text text, EndModel model, Dialogs dialogs, Picker picker) {
    this.text = text;
    this.model = model;
    this.dialogs = dialogs;
    this.picker = picker;
    content.setFocusTraversable(true);
    errand.setId("errand");
    errand.getStyleClass().add("problems");
    buttons.getStyleClass().add("chips");
  }

  /** Shows what the model has; called when the page is put together. */
  final void follow() {
    model.reportProperty().subscribe(report -> report.ifPresent(this::show));
    model.errandProperty().subscribe(this::show);
  }

  /** The parts of the page, from top to bottom. */
  abstract List<Node> parts(RunReport report);

  /** What is shown once everything is as it was before. */
  abstract List<Node> asBefore();

  /** Message stem of the heading. */
  abstract String heading(RunReport report);

  /** Message stem of the question before an undo. */
  abstract String undoQuestion();

  /** Tries once more, from the page where that makes sense. */
  abstract void again(RunReport report);

  /** Asks for an administrator's rights for the tools that wait for them; a job has none first. */
  void askForRights() {}

  /** Starts the jobs that mend what a look at the connection finds; a job has none first. */
  Optional<CheckSomething.Remedies> remedies() {
    return Optional.empty();
  }

  @Override
  public EndModel model() {
    return model;
  }

  @Override
  public final Node content() {
    return content;
  }

  @Override
  public final Node firstFocus() {
    boolean calm = model.reportProperty().get().stream().allMatch(it -> it.problems().isEmpty());
    // Where something has to be read, it is read from the top.
    return calm ? Optional.ofNullable(content.lookup(".button")).orElse(content) : content;
  }

  @Override
  public final PageButtons buttons() {
    return new PageButtons("", "done.finish", "");
  }

  @Override
  public final String headingStem() {
    if (model.errandProperty().get() instanceof Errand.Undone) {
      return "done.undone";
    }
    return model.reportProperty().get().map(this::heading).orElse("done.failed");
  }

  @Override
  public final Optional<Observable> headingFollows() {
    return Optional.of(model.errandProperty());
  }

  final Text text() {
    return text;
  }

  final Picker picker() {
    return picker;
  }

  private void show(RunReport report) {
    buttons.getChildren().clear();
    content.getChildren().setAll(parts(report));
  }

  /** What an administrator has to do, where anything is left for one. */
  final Optional<Node> adminSteps(RunReport report) {
    List<Problem> commands = report.problems().stream().filter(AdminSteps::concerns).toList();
    return commands.isEmpty() ? Optional.empty() : Optional.of(new AdminSteps(text, commands));
  }

  /** Everything else that went wrong or is worth knowing. */
  final Optional<Node> problems(RunReport report) {
    List<Problem> others =
        report.problems().stream().filter(problem -> !AdminSteps.concerns(problem)).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    VBox box = new VBox();
    box.getStyleClass().addAll("panel", "problems");
    others.forEach(problem -> box.getChildren().add(new ProblemLine(text, problem)));
    return Optional.of(box);
  }

  /** The buttons that come first on every such page. */
  final void firstButtons(RunReport report) {
    if (WORTH_ANOTHER_TRY.contains(report.state())) {
      add("done.again", Feather.REFRESH_CW, () -> again(report)).setId("again");
    }
    if (!model.waiting().isEmpty()) {
      add("done.rights", Feather.SHIELD, this::askForRights).setId("rights-now");
      add("done.instructions", Feather.FILE_TEXT, this::saveInstructions).setId("rights-save");
    }
  }

  /** The button that comes last on every such page. */
  final void lastButton() {
    if (model.mayUndo()) {
      add("done.undo", Feather.ROTATE_CCW, this::askUndo).setId("undo");
    }
  }

  /** The buttons, and what came of the one that was pressed. */
  final Optional<Node> errands() {
    return buttons.getChildren().isEmpty()
        ? Optional.empty()
        : Optional.of(Layouts.stack(buttons, errand));
  }

  final Button add(String stem, Feather icon, Runnable act) {
    Button button = Layouts.button(text, stem, act);
    button.setGraphic(Icons.small(icon));
    buttons.getChildren().add(button);
    return button;
  }

  private void saveInstructions() {
    picker
        .save(text.of("rights.save.title"), text.of("rights.save.file"))
        .ifPresent(model::saveInstructions);
  }

  private void askUndo() {
    dialogs.ask(undoQuestion(), "done.undo.ask.yes", "done.undo.ask.no", model::undo);
  }

  private void show(Errand now) {
    buttons.setDisable(now instanceof Errand.Busy);
    if (now instanceof Errand.Undone) {
      content.getChildren().setAll(asBefore());
      return;
    }
    errand
        .getChildren()
        .setAll(
            switch (now) {
              case Errand.None(), Errand.Undone() -> List.of();
              case Errand.Busy() -> List.of(wheel());
              case Errand.Done(String key) -> List.of(new Note(Feather.CHECK, text.of(key)));
              case Errand.Failed(List<Problem> problems) -> lines(problems);
              case Errand.Looked(CheckReport found) ->
                  List.of(new VerdictView(text, found, remedies()).whole());
            });
    if (now instanceof Errand.Looked) {
      // It is the answer to what was asked, and stands below the fold where much is on the page.
      errand.lookup("#verdict").requestFocus();
    }
  }

  private static Node wheel() {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    return wheel;
  }

  private List<Node> lines(List<Problem> problems) {
    return problems.stream().<Node>map(problem -> new ProblemLine(text, problem)).toList();
  }
}
