package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.page.DoneModel.Errand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "This computer is set up": each tool, what to tick at the login, and the way back. */
public final class InstalledPage implements Page {
  private static final Set<RunReport.State> WORTH_ANOTHER_TRY =
      Set.of(RunReport.State.PARTLY, RunReport.State.CANCELLED, RunReport.State.FAILED);

  private final Text text;
  private final InstalledModel model;
  private final Dialogs dialogs;
  private final Runnable again;
  private final VBox content = Layouts.page();
  private final VBox errand = new VBox();
  private final FlowPane buttons = new FlowPane();

  /**
   * @param again goes back to the page from which it can be tried again
   */
  public InstalledPage(Text text, InstalledModel model, Dialogs dialogs, Runnable again) {
    this.text = text;
    this.model = model;
    this.dialogs = dialogs;
    this.again = again;
    content.setId("installed");
    content.setFocusTraversable(true);
    errand.setId("errand");
    errand.getStyleClass().add("problems");
    buttons.getStyleClass().add("chips");
    model.reportProperty().subscribe(report -> report.ifPresent(this::show));
    model.errandProperty().subscribe(this::show);
  }

  @Override
  public PageModel model() {
    return model;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public Node firstFocus() {
    return Optional.ofNullable(content.lookup(".button")).orElse(content);
  }

  @Override
  public PageButtons buttons() {
    return new PageButtons("", "done.finish", "");
  }

  @Override
  public String headingStem() {
    return model.reportProperty().get().map(InstalledPage::heading).orElse("done.failed");
  }

  private static String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION -> "installed.done";
      case PARTLY -> "done.partly";
      case NEEDS_ADMIN -> "installed.admin";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED, NOT_TRUSTED -> "done.failed";
    };
  }

  private void show(RunReport report) {
    content.getChildren().clear();
    List<Problem> commands = report.problems().stream().filter(AdminSteps::concerns).toList();
    if (!commands.isEmpty()) {
      content.getChildren().add(new AdminSteps(text, commands));
    }
    List<Problem> others =
        report.problems().stream().filter(problem -> !AdminSteps.concerns(problem)).toList();
    if (!others.isEmpty()) {
      content.getChildren().add(problems(others));
    }
    if (!report.tools().isEmpty()) {
      content.getChildren().add(new ToolStates(text, report.tools()));
    }
    if (model.trusted() || !commands.isEmpty()) {
      content.getChildren().add(new LoginSteps(text, model.server(), model.ownLists()));
    }
    buttons(report);
    if (!buttons.getChildren().isEmpty()) {
      content.getChildren().add(Layouts.stack(buttons, errand));
    }
  }

  private Node problems(List<Problem> problems) {
    VBox box = new VBox();
    box.getStyleClass().addAll("panel", "problems");
    problems.forEach(problem -> box.getChildren().add(new ProblemLine(text, problem)));
    return box;
  }

  private void buttons(RunReport report) {
    buttons.getChildren().clear();
    if (WORTH_ANOTHER_TRY.contains(report.state())) {
      add("done.again", Feather.REFRESH_CW, again).setId("again");
    }
    if (model.mayUndo()) {
      add("done.undo", Feather.ROTATE_CCW, this::askUndo).setId("undo");
    }
  }

  private Button add(String stem, Feather icon, Runnable act) {
    Button button = Layouts.button(text, stem, act);
    button.setGraphic(Icons.small(icon));
    buttons.getChildren().add(button);
    return button;
  }

  private void askUndo() {
    dialogs.ask("installed.undo.ask", "done.undo.ask.yes", "done.undo.ask.no", model::undo);
  }

  private void show(Errand now) {
    buttons.setDisable(now instanceof Errand.Busy);
    errand
        .getChildren()
        .setAll(
            switch (now) {
              case Errand.Busy() -> List.of(new ProgressIndicator());
              case Errand.Failed(List<Problem> problems) ->
                  problems.stream().<Node>map(problem -> new ProblemLine(text, problem)).toList();
              case Errand.None(), Errand.Done _, Errand.Looked _, Errand.Undone _ -> List.of();
            });
    if (now instanceof Errand.Undone) {
      content.getChildren().setAll(new Note(Feather.ROTATE_CCW, text.of("installed.undone.text")));
      content.requestFocus();
    }
  }
}
