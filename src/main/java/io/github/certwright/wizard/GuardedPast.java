package io.github.certwright.wizard;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import java.util.List;

/** Jobs of the past, behind the guard. */
record GuardedPast(Past doors, FxGuard guard) implements Past {
  @Override
  public List<RecentJob> kept() throws ProblemException {
    guard.opening("kept");
    return doors.kept();
  }

  @Override
  public Undoing undoing(String receipt) throws ProblemException {
    guard.opening("undoing");
    return new Guarded(doors.undoing(receipt), guard);
  }

  @Override
  public List<Problem> waiting() {
    guard.opening("waiting");
    return doors.waiting();
  }

  @Override
  public RunReport recover() {
    guard.opening("recover");
    return doors.recover();
  }

  /** An undo, behind the guard; what it would do was looked up when it was asked for. */
  private record Guarded(Undoing undoing, FxGuard guard) implements Undoing {
    @Override
    public List<Plan.Step> steps() {
      return undoing.steps();
    }

    @Override
    public List<Problem> problems() {
      return undoing.problems();
    }

    @Override
    public RunReport run(Progress progress) {
      guard.opening("undo");
      return undoing.run(progress);
    }
  }
}
