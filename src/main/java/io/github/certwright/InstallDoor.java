package io.github.certwright;

import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.Workbench;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.wizard.Installs;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Setting this computer up, as the wizard asks for it. */
final class InstallDoor implements Installs {
  private final InstallJob job;

  InstallDoor(Workbench bench, TlsProbe probe) {
    job = new InstallJob(bench, probe);
  }

  @Override
  public Fingerprint shown(PairSource.Ask server, Cancellation cancellation)
      throws ProblemException {
    return job.shown(server.where(), cancellation::isCancelled);
  }

  @Override
  public ReadPair read(PairSource source, Cancellation cancellation) throws ProblemException {
    return job.read(source, cancellation::isCancelled);
  }

  @Override
  public Checked<List<PlannedInstall>> plan(List<Path> folders) {
    return job.plan(folders);
  }

  @Override
  public Ended run(
      ReadPair pair, List<PlannedInstall> installs, Progress progress, Cancellation cancellation) {
    return new FinishedRun(job.run(pair, installs, Optional.empty(), progress, cancellation));
  }
}
