package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** "This computer is set up": each tool, what to tick at the login, and the way back. */
public final class InstalledPage extends EndPage {
  private final InstalledModel model;
  private final Runnable again;
  private final Runnable rights;

  /**
   * @param again goes back to the page from which it can be tried again
   * @param rights installs once more and asks for an administrator's rights where they are needed
   */
  public InstalledPage(
      Text text,
      InstalledModel model,
      Dialogs dialogs,
      Picker picker,
      Runnable again,
      Runnable rights) {
    super(text, model, dialogs, picker);
    this.model = model;
    this.again = again;
    this.rights = rights;
    content().setId("installed");
    follow();
  }

  @Override
  String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION -> "installed.done";
      case PARTLY -> "done.partly";
      case NEEDS_ADMIN -> "installed.admin";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED, NOT_TRUSTED -> "done.failed";
    };
  }

  @Override
  String undoQuestion() {
    return "installed.undo.ask";
  }

  @Override
  void again(RunReport report) {
    again.run();
  }

  @Override
  void askForRights() {
    rights.run();
  }

  @Override
  List<Node> asBefore() {
    return List.of(new Note(Feather.ROTATE_CCW, text().of("installed.undone.text")));
  }

  @Override
  List<Node> parts(RunReport report) {
    List<Node> parts = new ArrayList<>();
    problems(report).ifPresent(parts::add);
    if (!report.tools().isEmpty()) {
      parts.add(new ToolStates(text(), report.tools()));
    }
    firstButtons(report);
    if (!model.waiting().isEmpty()) {
      lastButton();
      errands().ifPresent(parts::add);
    }
    adminSteps(report).ifPresent(parts::add);
    if (!model.trusting().isEmpty() || !model.waiting().isEmpty()) {
      parts.add(new LoginSteps(text(), model.server(), model.ownLists()));
    }
    if (model.waiting().isEmpty()) {
      lastButton();
      errands().ifPresent(parts::add);
    }
    return parts;
  }
}
