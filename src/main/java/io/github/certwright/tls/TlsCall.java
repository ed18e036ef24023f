package io.github.certwright.tls;

import io.github.certwright.problem.ProblemException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** One connection, one handshake, and the end of it. */
final class TlsCall {
  private final Target target;
  private final TlsLimits limits;
  private final SystemProxy proxies;
  private final BooleanSupplier cancelled;

  TlsCall(Target target, TlsLimits limits, SystemProxy proxies, BooleanSupplier cancelled) {
    this.target = target;
    this.limits = limits;
    this.proxies = proxies;
    this.cancelled = cancelled;
  }

  /**
   * Connects and shakes hands.
   *
   * @throws SSLException when the context's trust manager, or JSSE itself, refused the server
   */
  SSLSession shake(SSLContext context, UnaryOperator<SSLParameters> adjust)
      throws SSLException, ProblemException {
    SocketChannel channel = new Dialer(proxies, cancelled).dial(target, limits.connect());
    try {
      SSLEngine engine = context.createSSLEngine(target.host(), target.port());
      engine.setUseClientMode(true);
      engine.setSSLParameters(adjust.apply(parameters(engine)));
      return new Handshake(target, engine, channel, cancelled).run(Deadline.in(limits.handshake()));
    } finally {
      Dialer.close(channel);
    }
  }

  private SSLParameters parameters(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    // RFC 6066 3: literal addresses are not permitted in the server name indication.
    if (target.isName()) {
      try {
        parameters.setServerNames(List.of(new SNIHostName(target.host())));
      } catch (IllegalArgumentException _) {
        // A name with an underscore or a trailing dot resolves but may not be indicated.
        parameters.setServerNames(List.of());
      }
    }
    return parameters;
  }
}
