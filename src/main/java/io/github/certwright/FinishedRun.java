package io.github.certwright;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.Finished;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Services.Ended;
import java.util.List;
import java.util.Optional;

/** A run that has ended, as the wizard sees it. */
record FinishedRun(Finished finished) implements Ended {
  @Override
  public RunReport report() {
    return finished.report();
  }

  @Override
  public Optional<String> receipt() {
    return finished.receipt();
  }

  @Override
  public boolean mayUndo() {
    return finished.mayUndo();
  }

  @Override
  public List<Problem> undo() {
    return finished.undo();
  }

  @Override
  public void close() {
    finished.close();
  }
}
