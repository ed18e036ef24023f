package io.github.certwright.wizard;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Looking at connections and files behind the guard. */
record GuardedChecks(Checks doors, FxGuard guard) implements Checks {

  @Override
  public CheckReport look(
      String typed, Optional<Secret> password, Consumer<Sentence> heard, Cancellation cancellation)
      throws ProblemException {
    guard.opening("look");
    return doors.look(typed, password, heard, cancellation);
  }

  @Override
  public void saveReport(CheckReport report, Path to) throws ProblemException {
    guard.opening("saveReport");
    doors.saveReport(report, to);
  }
}
