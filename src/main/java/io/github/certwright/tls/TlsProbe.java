package io.github.certwright.tls;

import io.github.certwright.problem.ProblemException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Looks at the certificates a TLS port shows, without trusting any of them: sends the handshake,
 * says goodbye, and sends nothing else.
 */
public final class TlsProbe {
  private final TlsLimits limits;
  private final SystemProxy proxies;

  /** With the usual limits. */
  public TlsProbe() {
    this(TlsLimits.usual());
  }

  /** Through the proxies of this computer. */
  public TlsProbe(TlsLimits limits) {
    this(limits, new SystemProxy());
  }

  public TlsProbe(TlsLimits limits, SystemProxy proxies) {
    this.limits = limits;
    this.proxies = proxies;
  }

  /**
   * What the port shows.
   *
   * @param host a DNS name in ASCII form, or a literal address without brackets
   * @param cancelled looked at often; true ends the look at once
   * @throws ProblemException {@code tls.host.unknown}, {@code tls.connect.*}, {@code
   *     tls.handshake.*} or {@code tls.cancelled}, with host and port as arguments
   */
  public TlsSeen look(String host, int port, BooleanSupplier cancelled) throws ProblemException {
    return look(host, port, List.of(), cancelled);
  }

  /**
   * The same, speaking certain versions only.
   *
   * @param protocols JSSE names; none for all that this Java speaks
   */
  TlsSeen look(String host, int port, List<String> protocols, BooleanSupplier cancelled)
      throws ProblemException {
    Target target = new Target(host, port);
    Recorder recorder = new Recorder();
    TlsSeen seen;
    try {
      SSLSession session =
          new TlsCall(target, limits, proxies, cancelled)
              .shake(
                  TrustManagers.context(recorder),
                  parameters -> {
                    // Read by the system's trust manager inside the recorder (RFC 2818 3.1).
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    if (!protocols.isEmpty()) {
                      parameters.setProtocols(protocols.toArray(String[]::new));
                    }
                    return parameters;
                  });
      seen = recorder.seen(target, session.getProtocol(), session.getCipherSuite());
    } catch (SSLException e) {
      seen = recorder.seenBefore(target, target.handshakeFailed(e));
    } catch (ProblemException e) {
      seen = recorder.seenBefore(target, e);
    }
    if (seen.chain().isEmpty()) {
      throw target.noCertificate();
    }
    return seen;
  }

  /** Keeps what the server shows, and asks the system's trust store for its opinion. */
  private static final class Recorder extends ServerOnlyTrust {
    private List<X509Certificate> chain = List.of();
    private boolean systemTrusts;
    private String protocol = "";
    private String cipher = "";

    @Override
    void check(X509Certificate[] shown, String authType, SSLEngine engine) {
      chain = List.of(shown);
      protocol = engine.getHandshakeSession().getProtocol();
      cipher = engine.getHandshakeSession().getCipherSuite();
      systemTrusts = systemTrusts(shown, authType, engine);
    }

    private static boolean systemTrusts(
        X509Certificate[] shown, String authType, SSLEngine engine) {
      try {
        SystemTrust.MANAGER.checkServerTrusted(shown, authType, engine);
        return true;
      } catch (CertificateException _) {
        return false;
      }
    }

    /** A server that wants a client certificate breaks off after having shown its own. */
    private TlsSeen seenBefore(Target target, ProblemException failure) throws ProblemException {
      if (chain.isEmpty() || failure.problem().key().equals("tls.cancelled")) {
        throw failure;
      }
      return seen(target, protocol, cipher);
    }

    private TlsSeen seen(Target target, String agreedProtocol, String agreedCipher) {
      return new TlsSeen(
          target.host(), target.port(), agreedProtocol, agreedCipher, chain, systemTrusts);
    }
  }

  /** Read once: the store of this Java holds some 150 certificates. */
  private static final class SystemTrust {
    private static final X509ExtendedTrustManager MANAGER = TrustManagers.over(null);
  }
}
