package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.SettingsData;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How a run ended, the way back, and what an administrator has still to do. */
public abstract class EndModel extends PageModel {
  static final String NEEDS_ADMIN = "needs-admin";
  static final String INSTALLED = "installed";

  private final Desk desk;
  private final ReadOnlyObjectWrapper<Optional<RunReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Errand> errand =
      new ReadOnlyObjectWrapper<>(new Errand.None());
  private Optional<Ended> ended = Optional.empty();

  EndModel(String stem, Desk desk) {
    super(stem);
    this.desk = desk;
  }

  /** What the settings shall remember of the job; empty when it left nothing. */
  abstract Optional<PastJob> remembered(RunReport how, String receipt);

  /** Where the pair stands, put there if need be, for an administrator to copy; on a worker. */
  abstract Path forAdministrator() throws ProblemException;

  /** What else the settings learn from the job. */
  SettingsData learnt(SettingsData data, RunReport how) {
    return data;
  }

  final Desk desk() {
    return desk;
  }

  /** How it ended; empty before it has. */
  public final ReadOnlyObjectProperty<Optional<RunReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** The last thing asked for on this page, and what came of it. */
  public final ReadOnlyObjectProperty<Errand> errandProperty() {
    return errand.getReadOnlyProperty();
  }

  /** Whether files or tools would be put back by {@link #undo()}. */
  public boolean mayUndo() {
    return ended.map(Ended::mayUndo).orElse(false);
  }

  /** The tools that wait for an administrator. */
  public final List<ToolReport> waiting() {
    return tools().stream().filter(tool -> tool.state().equals(NEEDS_ADMIN)).toList();
  }

  /** The tools that trust the certificate now. */
  public final List<ToolReport> trusting() {
    return tools().stream()
        .filter(tool -> List.of(INSTALLED, "already-there").contains(tool.state()))
        .toList();
  }

  /** The tools that may also want the certificate in a list of their own. */
  public final List<ToolReport> ownLists() {
    return tools().stream()
        .filter(tool -> trusting().contains(tool) || waiting().contains(tool))
        .filter(ToolReport::mayKeepOwnList)
        .toList();
  }

  /** Saves what an administrator has to do, as a page that can be printed (HTML). */
  public final void saveInstructions(Path to) {
    List<ToolReport> tools = waiting();
    CertificateFacts made = report.get().flatMap(RunReport::certificate).orElseThrow();
    run(
        "done.errand.saved",
        () -> {
          Path source = forAdministrator();
          desk.services().installs().saveInstructions(source, made, tools, to);
        });
  }

  /** Puts everything back as it was before. */
  public final void undo() {
    errand.set(new Errand.Busy());
    Ended last = ended.orElseThrow();
    Instant now = desk.clock().instant();
    desk.background()
        .run(
            cancellation -> {
              List<Problem> left = last.undo();
              if (left.isEmpty() && last.receipt().isPresent()) {
                desk.settings().update(data -> data.withUndone(last.receipt().get(), now));
              }
              return left;
            })
        .onSuccess(
            left -> errand.set(left.isEmpty() ? new Errand.Undone() : new Errand.Failed(left)))
        // Only the list of past jobs could not be written; everything is as it was before.
        .onProblem(problem -> errand.set(new Errand.Undone()));
  }

  final void ended(Ended how) {
    close();
    ended = Optional.of(how);
    errand.set(new Errand.None());
    report.set(Optional.of(how.report()));
    remember(how);
  }

  /** Gives the way back up; called when the job is left. */
  final void close() {
    ended.ifPresent(
        last ->
            desk.background()
                .run(
                    cancellation -> {
                      last.close();
                      return last;
                    })
                // Otherwise the next start would find a run that seems to have ended suddenly.
                .mustEnd());
    ended = Optional.empty();
  }

  @Override
  protected final List<Problem> check() {
    return List.of();
  }

  final void report(RunReport now) {
    report.set(Optional.of(now));
  }

  final void errand(Errand now) {
    errand.set(now);
  }

  /** Does something in the background, and says on the page what came of it. */
  final void run(String doneKey, Act act) {
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

  private List<ToolReport> tools() {
    return report.get().map(RunReport::tools).orElse(List.of());
  }

  private void remember(Ended how) {
    Optional<PastJob> job = remembered(how.report(), how.receipt().orElse(""));
    if (job.isPresent()) {
      desk.background()
          .run(
              cancellation -> {
                desk.settings().update(data -> learnt(data, how.report()).withJob(job.get()));
                return job;
              });
    }
  }

  /** Something that may fail in words. */
  @FunctionalInterface
  interface Act {
    void run() throws ProblemException;
  }
}
