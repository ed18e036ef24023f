package io.github.certwright.tls;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.net.InetSocketAddress;

/** The port looked at; makes the problems that name it. */
record Target(String host, int port) {
  private static final String FIELD = "where.url";

  /** Whether the host is a name and not an address. */
  boolean isName() {
    return host.matches(".*[A-Za-z].*") && host.indexOf(':') < 0;
  }

  /** {@code host:port}, with brackets around an address of version 6 (RFC 3986 3.2.2). */
  String authority() {
    return authority(host, port);
  }

  static String authority(String host, int port) {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  ProblemException unknownHost(Exception cause) {
    return failed("tls.host.unknown", cause);
  }

  ProblemException refused(Exception cause) {
    return failed("tls.connect.refused", cause);
  }

  ProblemException noRoute(Exception cause) {
    return failed("tls.connect.no-route", cause);
  }

  ProblemException connectFailed(Exception cause) {
    return failed("tls.connect.failed", cause);
  }

  ProblemException connectTimeout(long seconds) {
    return new ProblemException(problem("tls.connect.timeout", seconds));
  }

  ProblemException handshakeTimeout(long seconds) {
    return new ProblemException(problem("tls.handshake.timeout", seconds));
  }

  ProblemException plainHttp() {
    return failed("tls.handshake.http", null);
  }

  ProblemException notTls() {
    return failed("tls.handshake.not-tls", null);
  }

  ProblemException tooOld(Exception cause) {
    return failed("tls.handshake.too-old", cause);
  }

  ProblemException closed(Exception cause) {
    return failed("tls.handshake.closed", cause);
  }

  ProblemException handshakeFailed(Exception cause) {
    return failed("tls.handshake.failed", cause);
  }

  ProblemException noCertificate() {
    return failed("tls.handshake.no-certificate", null);
  }

  ProblemException noProxy(InetSocketAddress proxy) {
    return new ProblemException(problem("tls.proxy.not-one", text(proxy)));
  }

  ProblemException proxySignIn(InetSocketAddress proxy) {
    return new ProblemException(problem("tls.proxy.sign-in", text(proxy)));
  }

  ProblemException proxyRefused(InetSocketAddress proxy, int status) {
    return new ProblemException(problem("tls.proxy.refused", text(proxy), status));
  }

  ProblemException proxySilent(InetSocketAddress proxy, long seconds) {
    return new ProblemException(problem("tls.proxy.silent", text(proxy), seconds));
  }

  ProblemException proxyAway(InetSocketAddress proxy, Exception cause) {
    return new ProblemException(
        problem("tls.proxy.away", text(proxy)).withDetail(cause.getMessage()), cause);
  }

  private static String text(InetSocketAddress proxy) {
    return authority(proxy.getHostString(), proxy.getPort());
  }

  ProblemException cancelled() {
    return failed("tls.cancelled", null);
  }

  private ProblemException failed(String key, Exception cause) {
    Problem problem = problem(key);
    return new ProblemException(
        cause == null ? problem : problem.withDetail(String.valueOf(cause.getMessage())), cause);
  }

  private Problem problem(String key, Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = HostText.both(host);
    args[1] = port;
    System.arraycopy(more, 0, args, 2, more.length);
    return Problem.of(FIELD, key, args);
  }
}
