package io.github.certwright;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.check.ClientStore;
import io.github.certwright.check.ConnectionCheck;
import io.github.certwright.check.Finding;
import io.github.certwright.check.Level;
import io.github.certwright.check.Prober;
import io.github.certwright.check.Remedy;
import io.github.certwright.plan.FileRole;
import io.github.certwright.run.Cancellation;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.NewConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether a connection that was made is secure: by what was installed for it, or by the
 * client file where nothing was.
 */
final class ConnectionDoor {
  private static final Set<String> GOOD = Set.of("check.verdict.trusted", "check.verdict.noTool");

  private final Prober prober;
  private final Clock clock;

  ConnectionDoor(Prober prober, Clock clock) {
    this.prober = prober;
    this.clock = clock;
  }

  CheckReport check(NewConnection made, Cancellation cancellation) {
    CheckReport seen =
        new ConnectionCheck(prober, Pins.inMemory(), clock)
            .check(made.where(), clients(made), _ -> {}, cancellation::isCancelled);
    if (seen.fingerprint().isPresent() && !seen.fingerprint().get().equals(made.fingerprint())) {
      return other(seen, made);
    }
    return made.tools().isEmpty() && GOOD.contains(seen.verdict().key()) ? same(seen) : seen;
  }

  private static List<ClientStore> clients(NewConnection made) {
    if (!made.tools().isEmpty()) {
      return made.tools().stream()
          .map(
              tool ->
                  ClientStore.ofTool((tool.product() + " " + tool.version()).strip(), tool.path()))
          .toList();
    }
    Path store = made.clientStore();
    Path password = store.resolveSibling(FileRole.CLIENT_PASSWORD.fileName());
    return Files.exists(store)
        ? List.of(
            new ClientStore(FileRole.CLIENT_STORE.fileName(), store, password, Optional.empty()))
        : List.of();
  }

  /** What is wrong with the certificate that is to go away is of no use to anybody. */
  private static CheckReport other(CheckReport seen, NewConnection made) {
    Finding other =
        new Finding(
            Level.AMBER,
            "wizard.check.other",
            List.of(),
            Optional.of(new Remedy.Console(made.where().port())),
            "");
    return with(seen, new Sentence(other.key(), List.of()), List.of(other));
  }

  /** No tool of this computer was asked, so nothing is said about one. */
  private static CheckReport same(CheckReport seen) {
    String key = seen.trusts().isEmpty() ? "wizard.check.same" : "wizard.check.trusted";
    return with(seen, new Sentence(key, seen.verdict().args()), seen.findings());
  }

  private static CheckReport with(CheckReport seen, Sentence verdict, List<Finding> findings) {
    return new CheckReport(
        seen.asked(),
        verdict,
        findings,
        seen.links(),
        seen.trusts(),
        seen.contents(),
        seen.trusts().isEmpty() ? Optional.empty() : seen.connection());
  }
}
