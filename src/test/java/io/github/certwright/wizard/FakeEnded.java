package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Services.Ended;
import java.util.List;
import java.util.Optional;

/** A run that has ended, and remembers what it was asked. */
record FakeEnded(RunReport report, Optional<String> receipt, boolean mayUndo, List<String> asked)
    implements Ended {
  @Override
  public List<Problem> undo() {
    asked.add("undo");
    return List.of();
  }

  @Override
  public void close() {
    asked.add("close");
  }
}
