package io.github.certwright.check;

import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.Pins.Sighting;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what a server shows now with what is remembered of it. */
final class MemoryCheck {
  /** Certificates made here begin this much before they are made. */
  private static final Duration HEAD_START = Duration.ofHours(1);

  private MemoryCheck() {}

  /**
   * What has changed.
   *
   * @param known whether somebody on this computer trusts the certificate as it is now: then the
   *     change was meant
   */
  static List<Finding> of(HostPort where, X509Certificate own, boolean known, Pins pins) {
    List<Finding> findings = new ArrayList<>();
    Fingerprint now = Fingerprint.of(own);
    Optional<Sighting> last =
        pins.sighting(where.host(), where.port()).filter(seen -> !seen.fingerprint().equals(now));
    if (last.isPresent()) {
      Instant when = last.get().when();
      findings.add(
          known
              ? Finding.green("check.changed.known", where.words(), when)
              : Finding.amber("check.changed.unknown", where.words(), when)
                  .with(new Remedy.Compare(now)));
    }
    boolean agreedToOther =
        pins.find(where.host(), where.port()).filter(agreed -> !agreed.equals(now)).isPresent();
    if (agreedToOther && !known && last.isEmpty()) {
      findings.add(
          Finding.amber("check.changed.agreed", where.words()).with(new Remedy.Compare(now)));
    }
    if (!Neighbourhood.BROWSER_PORTS.contains(where.port())) {
      made(where, own, pins).ifPresent(findings::add);
    }
    return findings;
  }

  /** A newer certificate was made on this computer, but the server does not use it yet. */
  private static Optional<Finding> made(HostPort where, X509Certificate own, Pins pins) {
    Instant began = own.getNotBefore().toInstant().plus(HEAD_START);
    return pins.made(CertificateNames.display(where.host()))
        .filter(made -> !made.fingerprint().equals(Fingerprint.of(own)))
        .filter(made -> made.when().isAfter(began))
        .map(
            made ->
                Finding.amber("check.made.waiting", where.words(), made.when())
                    .with(new Remedy.Console(where.port())));
  }
}
