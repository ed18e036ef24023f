package io.github.certwright.run;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.HostText;
import io.github.certwright.tls.PinnedContext;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.ServerTrust;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.tls.TlsSeen;
import io.github.certwright.tls.TrustDecision;
import java.net.URI;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/**
 * Looks at a server's certificate before anything is sent, and opens only what somebody has agreed
 * to.
 */
public final class ServerGate {
  private final TlsProbe probe;
  private final Pins pins;

  public ServerGate(TlsProbe probe, Pins pins) {
    this.probe = probe;
    this.pins = pins;
  }

  /** What was seen and what was decided about it. */
  public record Look(TlsSeen seen, TrustDecision decision) {}

  /**
   * One handshake, and the decision.
   *
   * @throws ProblemException when there is no TLS to look at; keys {@code tls.*}, at the address's
   *     field
   */
  public Look look(URI url, BooleanSupplier cancelled) throws ProblemException {
    try {
      TlsSeen seen = probe.look(host(url), url.getPort(), cancelled);
      return new Look(seen, ServerTrust.decide(seen, pins));
    } catch (ProblemException e) {
      throw new ProblemException(e.problem().at("where.url"), e);
    }
  }

  /**
   * The context that accepts exactly what was agreed to.
   *
   * @throws NotTrusted when nobody has agreed yet, or to another certificate
   * @throws ProblemException as {@link #look}
   */
  SSLContext open(URI url, BooleanSupplier cancelled) throws ProblemException, NotTrusted {
    Look look = look(url, cancelled);
    String host = shown(url);
    return switch (look.decision()) {
      case TrustDecision.Trusted trusted -> PinnedContext.of(trusted);
      case TrustDecision.AskFirst ask ->
          throw new NotTrusted(
              Problem.of(
                  "where.fingerprint",
                  "run.trust.ask",
                  host,
                  url.getPort(),
                  ask.fingerprint().withColons()));
      case TrustDecision.Changed changed ->
          throw new NotTrusted(
              Problem.of(
                  "where.fingerprint",
                  "run.trust.changed",
                  host,
                  url.getPort(),
                  changed.old().withColons(),
                  changed.now().withColons()));
      case TrustDecision.Refused refused -> throw new NotTrusted(refused.reason());
    };
  }

  /** The host for people, an international name in both its forms. */
  public static String shown(URI url) {
    return HostText.both(host(url));
  }

  /** The host without the brackets a URI puts around a version 6 address. */
  public static String host(URI url) {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Nobody has agreed to the certificate the server shows. */
  public static final class NotTrusted extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    NotTrusted(Problem problem) {
      super(problem.key());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
