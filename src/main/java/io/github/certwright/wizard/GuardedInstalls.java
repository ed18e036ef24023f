package io.github.certwright.wizard;

import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;

/** Setting this computer up, behind the guard. */
record GuardedInstalls(Installs doors, FxGuard guard) implements Installs {
  @Override
  public Fingerprint shown(PairSource.Ask server, Cancellation cancellation)
      throws ProblemException {
    guard.opening("shown");
    return doors.shown(server, cancellation);
  }

  @Override
  public ReadPair read(PairSource source, Cancellation cancellation) throws ProblemException {
    guard.opening("read");
    return doors.read(source, cancellation);
  }

  @Override
  public Checked<List<PlannedInstall>> plan(List<Path> folders) {
    guard.opening("plan");
    return doors.plan(folders);
  }

  @Override
  public Ended run(
      ReadPair pair, List<PlannedInstall> installs, Progress progress, Cancellation cancellation) {
    guard.opening("install");
    return new GuardedEnded(doors.run(pair, installs, progress, cancellation), guard);
  }
}
