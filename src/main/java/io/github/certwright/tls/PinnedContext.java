package io.github.certwright.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Contexts for connections that carry something worth protecting. */
public final class PinnedContext {
  private PinnedContext() {}

  /**
   * Trusts exactly one certificate, by fingerprint: neither authorities nor host names count, and
   * nothing else is accepted. A connection to anything else ends in the handshake with {@link
   * OtherCertificate}, before a byte of a request is sent.
   */
  public static SSLContext only(Fingerprint fingerprint) {
    return TrustManagers.context(
        new ServerOnlyTrust() {
          @Override
          void check(X509Certificate[] chain, String authType, SSLEngine engine)
              throws CertificateException {
            Fingerprint seen = Fingerprint.of(chain[0]);
            if (!seen.equals(fingerprint)) {
              throw new OtherCertificate(fingerprint, seen);
            }
          }
        });
  }

  /** Trusts what the trust store of this Java accepts; the client checks the host name. */
  public static SSLContext system() {
    return TrustManagers.context(TrustManagers.over(null));
  }

  /** The context for a decision that lets something be sent. */
  public static SSLContext of(TrustDecision.Trusted trusted) {
    return trusted.bySystem() ? system() : only(trusted.fingerprint());
  }

  /** Finds the refusal of {@link #only} in what a client library threw. */
  public static Optional<OtherCertificate> refusalIn(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof OtherCertificate other) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** The server showed another certificate than the one agreed to. */
  public static final class OtherCertificate extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient Fingerprint agreed;
    private final transient Fingerprint seen;

    OtherCertificate(Fingerprint agreed, Fingerprint seen) {
      super("The certificate is not the one agreed to: " + seen);
      this.agreed = agreed;
      this.seen = seen;
    }

    public Fingerprint agreed() {
      return agreed;
    }

    public Fingerprint seen() {
      return seen;
    }
  }
}
