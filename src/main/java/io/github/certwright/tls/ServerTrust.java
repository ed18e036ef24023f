package io.github.certwright.tls;

import io.github.certwright.problem.Problem;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The one rule by which a server is trusted; pure, so that every case can be tried. */
public final class ServerTrust {
  private ServerTrust() {}

  /**
   * Decides about a chain just seen. A fingerprint given for this job must match, whatever else
   * speaks for the server; else the system's trust counts; else what the person agreed to.
   *
   * @param chain the server's own certificate first
   * @param expected a fingerprint given for this job
   * @param pins what was agreed to before
   * @param systemTrusts whether the system's trust store accepts the chain for this host
   */
  public static TrustDecision decide(
      String host,
      int port,
      List<X509Certificate> chain,
      Optional<Fingerprint> expected,
      Pins pins,
      Predicate<List<X509Certificate>> systemTrusts) {
    String shown = HostText.both(host);
    if (chain.isEmpty()) {
      return new TrustDecision.Refused(
          Problem.of("where.url", "tls.handshake.no-certificate", shown, port));
    }
    Fingerprint now = Fingerprint.of(chain.getFirst());
    if (expected.isPresent()) {
      return expected.get().equals(now)
          ? new TrustDecision.Trusted(now, false)
          : new TrustDecision.Refused(
              Problem.of(
                  "where.fingerprint",
                  "tls.trust.not-expected",
                  shown,
                  port,
                  expected.get().withColons(),
                  now.withColons()));
    }
    if (systemTrusts.test(chain)) {
      return new TrustDecision.Trusted(now, true);
    }
    Optional<Fingerprint> agreed = pins.find(host, port);
    if (agreed.isEmpty()) {
      return new TrustDecision.AskFirst(now);
    }
    return agreed.get().equals(now)
        ? new TrustDecision.Trusted(now, false)
        : new TrustDecision.Changed(agreed.get(), now);
  }

  /** The same for what a probe brought back. */
  public static TrustDecision decide(TlsSeen seen, Pins pins) {
    return decide(
        seen.host(),
        seen.port(),
        seen.chain(),
        pins.expected(),
        pins,
        chain -> seen.systemTrusts());
  }
}
