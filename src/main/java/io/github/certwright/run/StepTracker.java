package io.github.certwright.run;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Progress.State;
import io.github.certwright.run.Progress.StepReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where each step of one run stands; tells the listener of every change. */
final class StepTracker {
  private final Map<String, StepReport> reports = new LinkedHashMap<>();
  private final Progress progress;

  StepTracker(List<Plan.Step> steps, Progress progress) {
    this.progress = progress;
    for (Plan.Step step : steps) {
      reports.put(step.id(), new StepReport(step, State.WAITING, Optional.empty()));
    }
    progress.planned(steps);
  }

  void running(String id) {
    change(id, State.RUNNING, Optional.empty());
  }

  void done(String id) {
    change(id, State.DONE, Optional.empty());
  }

  void failed(String id, Problem problem) {
    change(id, State.FAILED, Optional.of(problem));
  }

  void skipped(String id, Optional<Problem> why) {
    change(id, State.SKIPPED, why);
  }

  void undone(String id) {
    change(id, State.UNDONE, Optional.empty());
  }

  /** Whether a step is or was running; false for a step that is not planned. */
  boolean begun(String id) {
    StepReport report = reports.get(id);
    return report != null && report.state() != State.WAITING && report.state() != State.SKIPPED;
  }

  void fraction(String id, double fraction) {
    progress.fraction(id, fraction);
  }

  void found(SettingsChange change) {
    progress.found(change);
  }

  /** Ends the step that runs, if one does, with the problem that stopped it. */
  void failRunning(Problem problem) {
    inState(State.RUNNING).forEach(id -> failed(id, problem));
  }

  /** After an undo: what was done is undone, and what had not begun will not. */
  void undoAll() {
    undoAll(Set.of());
  }

  /**
   * The same, but for what could not be undone.
   *
   * @param standing the steps whose work still stands
   */
  void undoAll(Set<String> standing) {
    inState(State.DONE).reversed().stream()
        .filter(id -> !standing.contains(id))
        .forEach(this::undone);
    skipWaiting();
  }

  void skipWaiting() {
    inState(State.RUNNING).forEach(id -> skipped(id, Optional.empty()));
    inState(State.WAITING).forEach(id -> skipped(id, Optional.empty()));
  }

  List<StepReport> reports() {
    return List.copyOf(reports.values());
  }

  private List<String> inState(State state) {
    List<String> ids = new ArrayList<>();
    reports.forEach(
        (id, report) -> {
          if (report.state() == state) {
            ids.add(id);
          }
        });
    return ids;
  }

  private void change(String id, State state, Optional<Problem> problem) {
    StepReport before = reports.get(id);
    if (before == null) {
      return;
    }
    StepReport report = new StepReport(before.step(), state, problem);
    reports.put(id, report);
    progress.step(report);
  }
}
