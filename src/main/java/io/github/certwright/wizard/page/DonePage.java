package io.github.certwright.wizard.page;

import io.github.certwright.check.HostPort;
import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** How making a pair ended, what is left to do, and what can be done with the files. */
public final class DonePage extends EndPage {
  private final DoneModel model;
  private final Onward onward;

  /**
   * Where to go from here.
   *
   * @param again goes back to the page from which it can be tried again
   * @param send sends what was made, alone
   * @param remedies starts the jobs that mend what a check finds; empty where none may be started
   */
  public record Onward(
      Consumer<RunReport> again, Runnable send, Optional<CheckSomething.Remedies> remedies) {}

  /** The last page of "Create a secure connection". */
  public DonePage(Text text, DoneModel model, Dialogs dialogs, Picker picker, Onward onward) {
    super(text, model, dialogs, picker);
    this.model = model;
    this.onward = onward;
    follow();
  }

  @Override
  String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION -> report.verified().isPresent() ? "done.secure" : "done.made";
      case PARTLY -> "done.partly";
      case NEEDS_ADMIN -> "done.admin";
      case NOT_TRUSTED -> "done.untrusted";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED -> "done.failed";
    };
  }

  @Override
  String undoQuestion() {
    return "done.undo.ask";
  }

  @Override
  void again(RunReport report) {
    onward.again().accept(report);
  }

  @Override
  void askForRights() {
    model.askForRights();
  }

  @Override
  Optional<CheckSomething.Remedies> remedies() {
    return onward.remedies();
  }

  @Override
  List<Node> asBefore() {
    return List.of(ConnectionPicture.asBefore(text(), model.plan()));
  }

  @Override
  List<Node> parts(RunReport report) {
    boolean kept = !report.files().isEmpty();
    List<Node> parts = new ArrayList<>();
    parts.add(new ConnectionPicture(text(), model.plan(), report));
    problems(report).ifPresent(parts::add);
    if (kept && model.plan().upload().isPresent() && !report.uploaded()) {
      add("done.send", Feather.SEND, onward.send()).setId("send-again");
    }
    firstButtons(report);
    if (kept) {
      keepsakes();
    }
    lastButton();
    errands().ifPresent(parts::add);
    adminSteps(report).ifPresent(parts::add);
    if (kept && !report.uploaded()) {
      parts.add(new ConsoleSteps(text(), model.plan().folder(), model.tlsPort()));
    }
    if (kept && !report.tools().isEmpty()) {
      parts.add(new LoginSteps(text(), server(), model.ownLists()));
    }
    if (kept) {
      parts.add(new AfterwardsPanel(text(), model.afterwards()));
    }
    report.certificate().ifPresent(made -> parts.add(facts(made)));
    return parts;
  }

  /** What is typed in the login dialog: the port only where it is not the usual one. */
  private String server() {
    return new HostPort(model.plan().certificate().names().getFirst().ascii(), model.tlsPort())
        .typed();
  }

  private Node facts(RunReport.CertificateFacts made) {
    return Layouts.panel(
        Sentences.heading(text().of("done.until", made.notAfter())),
        Sentences.hint(text().of("done.fingerprint.text")),
        FingerprintText.of(made.sha256()));
  }

  private void keepsakes() {
    add("done.folder", Feather.FOLDER, model::openFolder).setId("open-folder");
    if (model.file(FileRole.CLIENT_KIT).isPresent()) {
      add("done.kit", Feather.PACKAGE, () -> save("done.kit.title", FileRole.CLIENT_KIT));
    }
    if (model.file(FileRole.REPORT).isPresent()) {
      add("done.report", Feather.FILE_TEXT, () -> save("done.report.title", FileRole.REPORT));
    }
    add("done.reminder", Feather.CALENDAR, this::saveReminder);
    add("done.check", Feather.SHIELD, model::lookAtConnection).setId("check");
  }

  private void save(String titleKey, FileRole role) {
    picker().save(text().of(titleKey), role.fileName()).ifPresent(to -> model.saveCopy(role, to));
  }

  private void saveReminder() {
    picker()
        .save(text().of("done.reminder.title"), "certificate-ends.ics")
        .ifPresent(model::saveReminder);
  }
}
