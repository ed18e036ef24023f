package io.github.certwright.check;

import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.check.StoreTrust.Outcome;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.TlsSeen;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Looks at a server's TLS port and says whether the modeling tools of this computer will trust it,
 * and until when.
 */
public final class ConnectionCheck {
  /** Ports that browsers use, not modeling tools: REST, web, authentication of older releases. */
  private static final Set<Integer> BROWSER_PORTS = Set.of(443, 8111, 8443, 8555);

  private final Prober prober;
  private final Clock clock;

  public ConnectionCheck(Prober prober, Clock clock) {
    this.prober = prober;
    this.clock = clock;
  }

  /**
   * Checks one server; sends nothing but the handshake.
   *
   * @param clients the client stores to ask: those of the tools found here, or the one given
   */
  public CheckReport check(HostPort where, List<ClientStore> clients, BooleanSupplier cancelled) {
    TlsSeen seen;
    try {
      seen = prober.look(where.host(), where.port(), cancelled);
    } catch (ProblemException e) {
      return CheckReport.failed(where.words(), Finding.of(e.problem()));
    }
    Instant now = clock.instant();
    boolean browser = BROWSER_PORTS.contains(where.port());
    List<StoreTrust> trusts =
        browser
            ? List.of()
            : clients.stream().map(client -> StoreCheck.of(client, seen.chain())).toList();
    boolean known =
        seen.systemTrusts() || trusts.stream().anyMatch(t -> t.outcome() == Outcome.TRUSTS);
    X509Certificate own = seen.chain().getFirst();
    List<Finding> about =
        new ArrayList<>(CertificateCheck.server(own, Optional.of(where.host()), now));
    about.addAll(ChainCheck.of(seen.chain(), known, now));
    about.add(Finding.green("check.protocol.good", seen.protocol()));
    if (seen.systemTrusts()) {
      about.add(Finding.green("check.system.trusts"));
    } else if (browser) {
      about.add(Finding.amber("check.browser.warns", where.words()));
    }
    List<Finding> all = new ArrayList<>(about);
    trusts.forEach(trust -> all.addAll(trust.findings()));
    return new CheckReport(
        where.words(),
        verdict(where, own, about, trusts, givenByHand(clients)),
        all,
        seen.chain(),
        trusts,
        Optional.empty(),
        seen.protocol());
  }

  private static boolean givenByHand(List<ClientStore> clients) {
    return clients.stream().anyMatch(client -> client.password().isPresent());
  }

  private static Sentence verdict(
      HostPort where,
      X509Certificate own,
      List<Finding> about,
      List<StoreTrust> trusts,
      boolean givenByHand) {
    Optional<Finding> red = first(about, Level.RED);
    if (red.isPresent()) {
      return Sentence.of(red.get());
    }
    List<Finding> stores = trusts.stream().flatMap(trust -> trust.findings().stream()).toList();
    if (trusts.stream().anyMatch(trust -> trust.outcome() != Outcome.TRUSTS)) {
      return givenByHand
          ? Sentence.of(first(stores, Level.RED).orElseThrow())
          : distrust(where, trusts);
    }
    Optional<Finding> amber = first(about, Level.AMBER).or(() -> first(stores, Level.AMBER));
    return amber.map(Sentence::of).orElseGet(() -> good(where, own, trusts, givenByHand));
  }

  private static Sentence good(
      HostPort where, X509Certificate own, List<StoreTrust> trusts, boolean givenByHand) {
    Instant end = own.getNotAfter().toInstant();
    if (BROWSER_PORTS.contains(where.port())) {
      return Sentence.of("check.verdict.browser", where.words(), end);
    }
    if (trusts.isEmpty()) {
      return Sentence.of("check.verdict.noTool", where.words(), end);
    }
    return givenByHand
        ? Sentence.of("check.verdict.store", trusts.getFirst().label(), where.words(), end)
        : Sentence.of("check.verdict.trusted", where.words(), end);
  }

  /** Not every store trusts the server: the sentence for the whole computer. */
  private static Sentence distrust(HostPort where, List<StoreTrust> trusts) {
    long good = trusts.stream().filter(trust -> trust.outcome() == Outcome.TRUSTS).count();
    if (good > 0) {
      return Sentence.of("check.verdict.some", where.words(), good, trusts.size());
    }
    List<Outcome> kinds = trusts.stream().map(StoreTrust::outcome).distinct().toList();
    if (kinds.size() > 1) {
      return Sentence.of("check.verdict.none", where.words());
    }
    return switch (kinds.getFirst()) {
      case OLDER -> Sentence.of("check.verdict.older", where.words());
      case NEWER -> Sentence.of("check.verdict.newer", where.words());
      case OTHER -> Sentence.of("check.verdict.other", where.words());
      case MISSING -> Sentence.of("check.verdict.missing", where.words());
      case UNREADABLE, TRUSTS -> Sentence.of("check.verdict.unreadable", where.words());
    };
  }

  private static Optional<Finding> first(List<Finding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).findFirst();
  }
}
