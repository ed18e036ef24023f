package io.github.certwright.wizard.page;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.report.Afterwards;
import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.CheckOutcome;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the run ended, and everything that can be done with what it made. */
public final class DoneModel extends PageModel {
  private final Desk desk;
  private final Supplier<Optional<Plan>> plan;
  private final ReadOnlyObjectWrapper<Optional<RunReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Errand> errand =
      new ReadOnlyObjectWrapper<>(new Errand.None());
  private Optional<Ended> ended = Optional.empty();

  public DoneModel(Desk desk, Supplier<Optional<Plan>> plan) {
    super("done.page");
    this.desk = desk;
    this.plan = plan;
  }

  /** How it ended; empty before it has. */
  public ReadOnlyObjectProperty<Optional<RunReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** The last thing asked for on this page, and what came of it. */
  public ReadOnlyObjectProperty<Errand> errandProperty() {
    return errand.getReadOnlyProperty();
  }

  public Plan plan() {
    return plan.get().orElseThrow();
  }

  /** The port on which the server is to offer TLS, for the steps left to do by hand. */
  public int tlsPort() {
    return plan().upload().map(PlannedUpload::tlsPort).orElse(UploadAnswer.DEFAULT_TLS_PORT);
  }

  /** What is left to do elsewhere. */
  Afterwards afterwards() {
    return new Afterwards(
        plan().format(), plan().folder().resolve(FileRole.CLIENT_STORE.fileName()), tlsPort());
  }

  /** Whether files or tools would be put back by {@link #undo()}. */
  public boolean mayUndo() {
    return ended.map(Ended::mayUndo).orElse(false);
  }

  /** The file of a role, when it was written. */
  public Optional<Path> file(FileRole role) {
    return report.get().stream()
        .flatMap(known -> known.files().stream())
        .filter(file -> file.role() == role)
        .map(RunReport.WrittenFile::path)
        .findFirst();
  }

  public void openFolder() {
    run("done.errand.folder", () -> desk.services().openFolder(plan().folder()));
  }

  /** Saves a copy of a file that was made. */
  public void saveCopy(FileRole role, Path to) {
    file(role)
        .ifPresent(from -> run("done.errand.saved", () -> desk.services().saveCopy(from, to)));
  }

  public void saveReminder(Path to) {
    report
        .get()
        .flatMap(RunReport::certificate)
        .ifPresent(made -> run("done.errand.saved", () -> desk.services().saveReminder(made, to)));
  }

  /** Looks whether the server offers the new certificate and the client pair trusts it. */
  public void lookAtConnection() {
    errand.set(new Errand.Busy());
    RunReport seen = report.get().orElseThrow();
    desk.background()
        .run(cancellation -> desk.services().check(plan(), seen))
        .onSuccess(outcome -> errand.set(new Errand.Looked(outcome)));
  }

  /** Puts everything back as it was before. */
  public void undo() {
    errand.set(new Errand.Busy());
    Ended last = ended.orElseThrow();
    desk.background()
        .run(cancellation -> last.undo())
        .onSuccess(
            left -> {
              if (left.isEmpty()) {
                errand.set(new Errand.Undone());
              } else {
                errand.set(new Errand.Failed(left));
              }
            });
  }

  /** Gives the way back up; called when the job is left. */
  void close() {
    ended.ifPresent(
        last ->
            desk.background()
                .run(
                    cancellation -> {
                      last.close();
                      return last;
                    }));
    ended = Optional.empty();
  }

  void ended(Ended how) {
    close();
    ended = Optional.of(how);
    errand.set(new Errand.None());
    report.set(Optional.of(how.report()));
    how.report().certificate().ifPresent(made -> remember(how.report(), made));
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }

  private void run(String doneKey, Act act) {
    errand.set(new Errand.Busy());
    desk.background()
        .run(
            cancellation -> {
              act.run();
              return doneKey;
            })
        .onSuccess(key -> errand.set(new Errand.Done(key)))
        .onProblem(problem -> errand.set(new Errand.Failed(List.of(problem))));
  }

  private void remember(RunReport how, RunReport.CertificateFacts made) {
    PastJob job =
        new PastJob(
            plan().certificate().names().getFirst().display(),
            desk.clock().instant(),
            made.notAfter(),
            plan().folder().toString(),
            made.sha256().hex());
    String folder = how.files().isEmpty() ? "" : plan().folder().toString();
    desk.background()
        .run(
            cancellation -> {
              desk.settings()
                  .update(
                      data ->
                          data.withPreferences(data.preferences().withLastFolder(folder))
                              .withJob(job));
              return job;
            });
  }

  /** Something that may fail in words. */
  @FunctionalInterface
  private interface Act {
    void run() throws ProblemException;
  }

  /** What came of something asked for on this page. */
  public sealed interface Errand {
    /** Nothing was asked for. */
    record None() implements Errand {}

    /** Under way. */
    record Busy() implements Errand {}

    /**
     * Done.
     *
     * @param key message key of the sentence that says so
     */
    record Done(String key) implements Errand {}

    /** Not done. */
    record Failed(List<Problem> problems) implements Errand {
      public Failed {
        problems = List.copyOf(problems);
      }
    }

    /** The connection was looked at. */
    record Looked(CheckOutcome outcome) implements Errand {}

    /** Everything is as it was before the run. */
    record Undone() implements Errand {}
  }
}
