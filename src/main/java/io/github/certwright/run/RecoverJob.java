package io.github.certwright.run;

import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.Recovery;
import io.github.certwright.files.Recovery.Recovered;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finishes or undoes what a crash, a kill or a power cut left, and tells of it. */
public final class RecoverJob {
  private final Workbench bench;

  public RecoverJob(Workbench bench) {
    this.bench = bench;
  }

  /**
   * Recovers.
   *
   * @return done when nothing was left or all of it is repaired, partly when something is still
   *     left; the problems say what was finished, undone or left
   */
  public RunReport run() {
    List<Recovered> all = bench.recover();
    boolean left = all.stream().anyMatch(one -> !one.problems().isEmpty());
    List<Problem> told = new ArrayList<>(tell(all));
    all.forEach(one -> told.addAll(one.problems()));
    return new RunReport(
        left ? State.PARTLY : State.DONE,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        told);
  }

  /** What is waiting to be repaired; touches nothing. */
  public List<Problem> look() {
    try {
      int waiting = Recovery.waiting(bench.disk(), bench.journals());
      return waiting == 0
          ? List.of()
          : List.of(Problem.warning("", "run.recover.waiting", waiting));
    } catch (IOException e) {
      return List.of(DiskProblem.of(e, bench.journals()));
    }
  }

  /** What was repaired, in sentences that stop nobody. */
  static List<Problem> tell(List<Recovered> all) {
    return all.stream()
        .filter(one -> !one.files().isEmpty() && one.problems().isEmpty())
        .map(
            one ->
                Problem.warning(
                    "",
                    one.kept() ? "run.recover.kept" : "run.recover.undone",
                    one.files().stream().map(file -> (Object) file).toList()))
        .toList();
  }

  /** The same for the start of another job, which what is left does not stop. */
  static List<Problem> tellOnTheWay(List<Recovered> all) {
    List<Problem> told = new ArrayList<>(tell(all));
    for (Recovered one : all) {
      for (Problem p : one.problems()) {
        told.add(new Problem(p.key(), p.field(), p.args(), Problem.Level.WARNS, p.detail()));
      }
    }
    return told;
  }
}
