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
   * Decides about a chain just seen: what the person agreed to counts alone, even where the
   * system's trust would accept another certificate, as it does of a proxy that looks into the
   * traffic; else the system's trust.
   *
   * @param chain the server's own certificate first
   * @param systemTrusts whether the system's trust store accepts the chain for this host
   */
  public static TrustDecision decide(
      String host,
      int port,
      List<X509Certificate> chain,
      Pins pins,
      Predicate<List<X509Certificate>> systemTrusts) {
    if (chain.isEmpty()) {
      return new TrustDecision.Refused(
          Problem.of("where.url", "tls.handshake.no-certificate", host, port));
    }
    Fingerprint now = Fingerprint.of(chain.getFirst());
    Optional<Fingerprint> agreed = pins.find(host, port);
    if (agreed.isPresent()) {
      return agreed.get().equals(now)
          ? new TrustDecision.Trusted(now, false)
          : new TrustDecision.Changed(agreed.get(), now);
    }
    return systemTrusts.test(chain)
        ? new TrustDecision.Trusted(now, true)
        : new TrustDecision.AskFirst(now);
  }

  /** The same for what a probe brought back. */
  public static TrustDecision decide(TlsSeen seen, Pins pins) {
    return decide(seen.host(), seen.port(), seen.chain(), pins, chain -> seen.systemTrusts());
  }
}
