package io.github.certwright.check;

import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.check.StoreTrust.Outcome;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the one sentence that says it all about a connection; pure.
 *
 * @param own the server's own certificate
 * @param trusts what each client store makes of it; empty when there was none to ask
 * @param byHand whether the one client store was named by the person
 */
record ConnectionVerdict(
    HostPort where, X509Certificate own, List<StoreTrust> trusts, boolean byHand) {

  /**
   * The sentence.
   *
   * @param about what was found out about the server, apart from the client stores
   */
  Sentence sentence(List<Finding> about) {
    Optional<Finding> red = first(about, Level.RED);
    if (red.isPresent()) {
      return Sentence.of(red.get());
    }
    List<Finding> stores = trusts.stream().flatMap(trust -> trust.findings().stream()).toList();
    if (trusts.stream().anyMatch(trust -> trust.outcome() != Outcome.TRUSTS)) {
      return byHand ? Sentence.of(first(stores, Level.RED).orElseThrow()) : distrust();
    }
    Optional<Finding> amber = first(about, Level.AMBER).or(() -> first(stores, Level.AMBER));
    return amber.map(Sentence::of).orElseGet(this::good);
  }

  private Sentence good() {
    Instant end = own.getNotAfter().toInstant();
    if (Neighbourhood.BROWSER_PORTS.contains(where.port())) {
      return Sentence.of("check.verdict.browser", where.words(), end);
    }
    if (trusts.isEmpty()) {
      return Sentence.of("check.verdict.noTool", where.words(), end);
    }
    return byHand
        ? Sentence.of("check.verdict.store", trusts.getFirst().label(), where.words(), end)
        : Sentence.of("check.verdict.trusted", where.words(), end);
  }

  /** Not every store trusts the server: the sentence for the whole computer. */
  private Sentence distrust() {
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
