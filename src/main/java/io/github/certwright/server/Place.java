package io.github.certwright.server;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.HostText;
import java.net.URI;

/**
 * The server talked to; makes the problems that name it.
 *
 * @param origin {@code https://host:port}
 */
record Place(URI origin) {
  private static final int REST_PORT = 8111;

  String host() {
    return origin.getHost().replaceAll("[\\[\\]]", "");
  }

  int port() {
    return origin.getPort() < 0 ? REST_PORT : origin.getPort();
  }

  URI at(String path) {
    return URI.create("https://" + origin.getHost() + ":" + port() + path);
  }

  /** Whether a target, relative or absolute, is on this very server. */
  boolean holds(URI target) {
    URI full = at("/").resolve(target);
    return "https".equalsIgnoreCase(full.getScheme())
        && origin.getHost().equalsIgnoreCase(full.getHost())
        && full.getPort() == port();
  }

  Problem problem(String field, String key) {
    return Problem.of(field, key, HostText.both(host()), port());
  }

  Problem problem(String field, String key, Object third) {
    return Problem.of(field, key, HostText.both(host()), port(), third);
  }

  ProblemException failed(String field, String key) {
    return new ProblemException(problem(field, key));
  }

  ProblemException failed(String field, String key, Object third) {
    return new ProblemException(problem(field, key, third));
  }
}
