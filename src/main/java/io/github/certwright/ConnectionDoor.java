package io.github.certwright;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.ClientStore;
import io.github.certwright.check.ConnectionCheck;
import io.github.certwright.check.Finding;
import io.github.certwright.check.HostPort;
import io.github.certwright.check.Level;
import io.github.certwright.check.Prober;
import io.github.certwright.check.StoreTrust;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.CheckOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a finished connection is secure, trusting only the client pair just made. */
final class ConnectionDoor {
  private final Clock clock;

  ConnectionDoor(Clock clock) {
    this.clock = clock;
  }

  CheckOutcome check(Plan plan, RunReport made) {
    int port = plan.upload().map(Plan.PlannedUpload::tlsPort).orElse(UploadAnswer.DEFAULT_TLS_PORT);
    HostPort where = new HostPort(plan.certificate().names().getFirst().ascii(), port);
    Path store = plan.folder().resolve(FileRole.CLIENT_STORE.fileName());
    Path password = plan.folder().resolve(FileRole.CLIENT_PASSWORD.fileName());
    ClientStore client =
        new ClientStore(FileRole.CLIENT_STORE.fileName(), store, password, Optional.empty());
    CheckReport seen =
        new ConnectionCheck(Prober.real(), Pins.inMemory(), clock)
            .check(where, List.of(client), _ -> {}, () -> false);
    Optional<Fingerprint> wanted = made.certificate().map(RunReport.CertificateFacts::sha256);
    boolean same = seen.fingerprint().isPresent() && seen.fingerprint().equals(wanted);
    boolean trusted =
        seen.trusts().stream().anyMatch(one -> one.outcome() == StoreTrust.Outcome.TRUSTS);
    return same && trusted
        ? new CheckOutcome.Secure(wanted.orElseThrow())
        : new CheckOutcome.NotYet(problems(seen, same));
  }

  private static List<Problem> problems(CheckReport seen, boolean same) {
    List<Problem> problems = new ArrayList<>();
    if (!seen.chain().isEmpty() && !same) {
      problems.add(Problem.warning("", "wizard.check.other"));
    }
    seen.findings().stream()
        .filter(finding -> finding.level() != Level.GREEN)
        .map(Finding::asProblem)
        .forEach(problems::add);
    return problems;
  }
}
