package io.github.certwright.tls;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A real handshake that trusts nothing but the entries of one store: the proof that a modeling tool
 * with that store would connect. The host name is not compared, because whether the tools compare
 * it is not documented.
 */
public final class TrustHandshake {
  private final TlsLimits limits;
  private final SystemProxy proxies;

  /** With the usual limits. */
  public TrustHandshake() {
    this(TlsLimits.usual());
  }

  /** Through the proxies of this computer. */
  public TrustHandshake(TlsLimits limits) {
    this(limits, new SystemProxy());
  }

  public TrustHandshake(TlsLimits limits, SystemProxy proxies) {
    this.limits = limits;
    this.proxies = proxies;
  }

  /** What was agreed with a server that the store trusts. */
  public record Verified(Fingerprint fingerprint, String protocol, String cipher) {}

  /**
   * Shakes hands.
   *
   * @param trust the only trusted certificates, already loaded
   * @throws ProblemException as {@link TlsProbe#look}, or {@code tls.verify.other-certificate} when
   *     the store does not trust the server, or {@code tls.verify.nothing-trusted} when the store
   *     trusts nobody
   */
  public Verified shake(String host, int port, KeyStore trust, BooleanSupplier cancelled)
      throws ProblemException {
    Target target = new Target(host, port);
    if (!trustsSomebody(trust)) {
      throw new ProblemException(Problem.of("", "tls.verify.nothing-trusted", host, port));
    }
    Recorder recorder = new Recorder(TrustManagers.over(trust));
    try {
      SSLSession session =
          new TlsCall(target, limits, proxies, cancelled)
              .shake(TrustManagers.context(recorder), UnaryOperator.identity());
      return new Verified(recorder.seen, session.getProtocol(), session.getCipherSuite());
    } catch (SSLException e) {
      if (recorder.refused) {
        throw new ProblemException(
            Problem.of("", "tls.verify.other-certificate", host, port, recorder.seen.withColons())
                .withDetail(e.getMessage()),
            e);
      }
      throw target.handshakeFailed(e);
    }
  }

  private static boolean trustsSomebody(KeyStore trust) {
    try {
      for (String alias : Collections.list(trust.aliases())) {
        if (trust.isCertificateEntry(alias)) {
          return true;
        }
      }
      return false;
    } catch (KeyStoreException e) {
      throw new IllegalArgumentException("The store must be loaded before.", e);
    }
  }

  /** Remembers which certificate was judged. */
  private static final class Recorder extends ServerOnlyTrust {
    private final X509ExtendedTrustManager judge;
    private Fingerprint seen;
    private boolean refused;

    Recorder(X509ExtendedTrustManager judge) {
      this.judge = judge;
    }

    @Override
    void check(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      seen = Fingerprint.of(chain[0]);
      refused = true;
      judge.checkServerTrusted(chain, authType, engine);
      refused = false;
    }
  }
}
