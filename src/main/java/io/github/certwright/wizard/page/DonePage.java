package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.CheckOutcome;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.page.DoneModel.Errand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How it ended, what is left to do, and what can be done with the files. */
public final class DonePage implements Page {
  private final Text text;
  private final DoneModel model;
  private final Dialogs dialogs;
  private final Picker picker;
  private final Onward onward;
  private final VBox content = Layouts.page();
  private final VBox errand = new VBox();
  private Node first = content;

  /**
   * Where to go from here.
   *
   * @param again goes back to the page from which it can be tried again
   * @param send sends what was made, alone
   */
  public record Onward(Consumer<RunReport> again, Runnable send) {}

  /** The last page of "Create a secure connection". */
  public DonePage(Text text, DoneModel model, Dialogs dialogs, Picker picker, Onward onward) {
    this.text = text;
    this.model = model;
    this.dialogs = dialogs;
    this.picker = picker;
    this.onward = onward;
    errand.setId("errand");
    errand.getStyleClass().add("problems");
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
    return first;
  }

  @Override
  public PageButtons buttons() {
    return new PageButtons("", "done.finish", "");
  }

  @Override
  public String headingStem() {
    if (model.errandProperty().get() instanceof Errand.Undone) {
      return "done.undone";
    }
    return model.reportProperty().get().map(DonePage::heading).orElse("done.failed");
  }

  @Override
  public Optional<Observable> headingFollows() {
    return Optional.of(model.errandProperty());
  }

  private static String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION -> report.verified().isPresent() ? "done.secure" : "done.made";
      case PARTLY -> "done.partly";
      case NEEDS_ADMIN -> "done.admin";
      case NOT_TRUSTED -> "done.untrusted";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED -> "done.failed";
    };
  }

  private void show(RunReport report) {
    content.getChildren().setAll(new ConnectionPicture(text, model.plan(), report));
    if (!report.problems().isEmpty()) {
      content.getChildren().add(problems(report.problems()));
    }
    boolean kept = !report.files().isEmpty();
    content.getChildren().add(Layouts.stack(errands(report, kept), errand));
    if (kept && !report.uploaded()) {
      content.getChildren().add(new ConsoleSteps(text, model.plan().folder(), model.tlsPort()));
    }
    if (kept) {
      content.getChildren().add(new AfterwardsPanel(text, model.afterwards()));
    }
    report.certificate().ifPresent(made -> content.getChildren().add(facts(made)));
  }

  private Node problems(List<Problem> problems) {
    VBox box = new VBox();
    box.getStyleClass().addAll("panel", "problems");
    problems.forEach(problem -> box.getChildren().add(line(problem)));
    return box;
  }

  /** A command for an administrator is long and must be handed on to the letter. */
  private Node line(Problem problem) {
    ProblemLine line = new ProblemLine(text, problem);
    if (!problem.key().equals("run.install.admin")) {
      return line;
    }
    String command = String.valueOf(problem.args().getLast());
    CopyButton copy = new CopyButton(text, command, () -> command);
    copy.setId("copy-command");
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox row = new HBox(line, copy);
    row.getStyleClass().add("console-step");
    return row;
  }

  private Node facts(RunReport.CertificateFacts made) {
    return Layouts.panel(
        Sentences.heading(text.of("done.until", made.notAfter())),
        Sentences.hint(text.of("done.fingerprint.text")),
        FingerprintText.of(made.sha256()));
  }

  private Node errands(RunReport report, boolean kept) {
    FlowPane buttons = new FlowPane();
    buttons.getStyleClass().add("chips");
    boolean tryAgain =
        switch (report.state()) {
          case DONE, PLANNED, ATTENTION, NEEDS_ADMIN -> false;
          case PARTLY, NOT_TRUSTED, CANCELLED, FAILED, REFUSED -> true;
        };
    if (kept && model.plan().upload().isPresent() && !report.uploaded()) {
      add(buttons, "done.send", Feather.SEND, onward.send()).setId("send-again");
    }
    if (tryAgain) {
      Button retry =
          add(buttons, "done.again", Feather.REFRESH_CW, () -> onward.again().accept(report));
      retry.setId("again");
    }
    if (kept) {
      withFiles(buttons);
    }
    if (model.mayUndo()) {
      add(buttons, "done.undo", Feather.ROTATE_CCW, this::askUndo).setId("undo");
    }
    first = buttons.getChildren().isEmpty() ? content : buttons.getChildren().getFirst();
    return buttons;
  }

  private void withFiles(FlowPane buttons) {
    add(buttons, "done.folder", Feather.FOLDER, model::openFolder).setId("open-folder");
    if (model.file(FileRole.CLIENT_KIT).isPresent()) {
      add(buttons, "done.kit", Feather.PACKAGE, () -> save("done.kit.title", FileRole.CLIENT_KIT));
    }
    if (model.file(FileRole.REPORT).isPresent()) {
      add(
          buttons,
          "done.report",
          Feather.FILE_TEXT,
          () -> save("done.report.title", FileRole.REPORT));
    }
    add(buttons, "done.reminder", Feather.CALENDAR, this::saveReminder);
    add(buttons, "done.check", Feather.SHIELD, model::lookAtConnection).setId("check");
  }

  private Button add(FlowPane buttons, String stem, Feather icon, Runnable act) {
    Button button = Layouts.button(text, stem, act);
    button.setGraphic(Icons.small(icon));
    buttons.getChildren().add(button);
    return button;
  }

  private void save(String titleKey, FileRole role) {
    picker.save(text.of(titleKey), role.fileName()).ifPresent(to -> model.saveCopy(role, to));
  }

  private void saveReminder() {
    picker
        .save(text.of("done.reminder.title"), "certificate-ends.ics")
        .ifPresent(model::saveReminder);
  }

  private void askUndo() {
    dialogs.ask("done.undo.ask", "done.undo.ask.yes", "done.undo.ask.no", model::undo);
  }

  private void show(Errand now) {
    if (now instanceof Errand.Undone) {
      content.getChildren().setAll(ConnectionPicture.asBefore(text, model.plan()));
      return;
    }
    errand
        .getChildren()
        .setAll(
            switch (now) {
              case Errand.None() -> List.of();
              case Errand.Busy() -> List.of(wheel());
              case Errand.Done(String key) -> List.of(new Note(Feather.CHECK, text.of(key)));
              case Errand.Undone() -> List.of();
              case Errand.Failed(List<Problem> problems) -> lines(problems);
              case Errand.Looked(CheckOutcome.NotYet(List<Problem> problems)) -> lines(problems);
              case Errand.Looked(CheckOutcome.Secure secure) ->
                  List.of(new Note(Feather.SHIELD, text.of("done.checked.text")));
            });
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
