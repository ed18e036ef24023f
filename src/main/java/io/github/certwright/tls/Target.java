package io.github.certwright.tls;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;

/** The port looked at; makes the problems that name it. */
record Target(String host, int port) {
  private static final String FIELD = "where.url";

  /** Whether the host is a name and not an address. */
  boolean isName() {
    return host.matches(".*[A-Za-z].*") && host.indexOf(':') < 0;
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
    return new ProblemException(Problem.of(FIELD, "tls.connect.timeout", host, port, seconds));
  }

  ProblemException handshakeTimeout(long seconds) {
    return new ProblemException(Problem.of(FIELD, "tls.handshake.timeout", host, port, seconds));
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

  ProblemException cancelled() {
    return failed("tls.cancelled", null);
  }

  private ProblemException failed(String key, Exception cause) {
    Problem problem = Problem.of(FIELD, key, host, port);
    return new ProblemException(
        cause == null ? problem : problem.withDetail(String.valueOf(cause.getMessage())), cause);
  }
}
