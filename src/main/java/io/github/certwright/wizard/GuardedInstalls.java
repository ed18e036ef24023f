package io.github.certwright.wizard;

import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
      ReadPair pair,
      List<PlannedInstall> installs,
      Rights rights,
      Progress progress,
      Cancellation cancellation) {
    guard.opening("install");
    return new GuardedEnded(doors.run(pair, installs, rights, progress, cancellation), guard);
  }

  @Override
  public boolean mayAsk() {
    guard.opening("mayAsk");
    return doors.mayAsk();
  }

  @Override
  public Path forAdministrator(ReadPair pair) throws ProblemException {
    guard.opening("forAdministrator");
    return doors.forAdministrator(pair);
  }

  @Override
  public void saveInstructions(Path source, CertificateFacts made, List<ToolReport> tools, Path to)
      throws ProblemException {
    guard.opening("saveInstructions");
    doors.saveInstructions(source, made, tools, to);
  }

  @Override
  public Optional<Secret> passwordBeside(Path keystore) {
    guard.opening("passwordBeside");
    return doors.passwordBeside(keystore);
  }

  @Override
  public Optional<Fingerprint> agreed(PairSource.Ask server) {
    guard.opening("agreed");
    return doors.agreed(server);
  }

  @Override
  public void agree(PairSource.Ask server, Fingerprint fingerprint) {
    guard.opening("agree");
    doors.agree(server, fingerprint);
  }
}
