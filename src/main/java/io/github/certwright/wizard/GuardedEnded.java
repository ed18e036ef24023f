package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Services.Ended;
import java.util.List;
import java.util.Optional;

/** A run that has ended, behind the guard. */
record GuardedEnded(Ended ended, FxGuard guard) implements Ended {
  @Override
  public RunReport report() {
    return ended.report();
  }

  @Override
  public Optional<String> receipt() {
    return ended.receipt();
  }

  @Override
  public boolean mayUndo() {
    return ended.mayUndo();
  }

  @Override
  public List<Problem> undo() {
    guard.opening("undo");
    return ended.undo();
  }

  @Override
  public void close() {
    guard.opening("close");
    ended.close();
  }
}
