package io.github.certwright;

import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.wizard.Installs;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Setting this computer up, as the wizard asks for it. */
final class InstallDoor implements Installs {
  private final Workbench bench;
  private final Pins pins;
  private final InstallJob job;

  InstallDoor(Workbench bench, TlsProbe probe, Pins pins) {
    this.bench = bench;
    this.pins = pins;
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
      ReadPair pair,
      List<PlannedInstall> installs,
      Rights rights,
      Progress progress,
      Cancellation cancellation) {
    InstallJob mine =
        switch (rights) {
          case OWN -> job;
          case ADMINISTRATOR -> job.askingAdmin(ElevatedInstall.here(bench));
        };
    return new FinishedRun(mine.run(pair, installs, Optional.empty(), progress, cancellation));
  }

  @Override
  public boolean mayAsk() {
    return ElevatedInstall.here(bench).possible();
  }

  @Override
  public Path forAdministrator(ReadPair pair) throws ProblemException {
    return job.forAdministrator(pair);
  }

  @Override
  public void saveInstructions(Path source, CertificateFacts made, List<ToolReport> tools, Path to)
      throws ProblemException {
    new Keepsakes(bench)
        .save(
            to, ElevatedInstall.instructions(bench, source, made.sha256(), made.notAfter(), tools));
  }

  @Override
  public Optional<Secret> passwordBeside(Path keystore) {
    return job.passwordBeside(keystore);
  }

  @Override
  public Optional<Fingerprint> agreed(PairSource.Ask server) {
    return pins.find(server.where().host(), server.where().port());
  }

  @Override
  public void agree(PairSource.Ask server, Fingerprint fingerprint) {
    pins.remember(server.where().host(), server.where().port(), fingerprint);
  }
}
