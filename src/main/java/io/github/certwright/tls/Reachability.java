package io.github.certwright.tls;

import io.github.certwright.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A quick, harmless hint about a server's name: sends nothing, only opens and closes connections.
 *
 * @param resolves whether the name leads to an address
 * @param rest whether the REST port accepts a connection
 * @param tls whether the TLS port accepts a connection
 */
public record Reachability(boolean resolves, boolean rest, boolean tls) {
  public static final int REST_PORT = 8111;
  public static final int TLS_PORT = 10002;

  /** How long each port is given. */
  public static final Duration USUAL = Duration.ofMillis(1500);

  private static final SystemProxy PROXIES = new SystemProxy();

  /** Looks at the documented ports, 8111 and 10002. */
  public static Reachability of(String host, BooleanSupplier cancelled) {
    return of(host, REST_PORT, TLS_PORT, USUAL, cancelled);
  }

  /**
   * Looks at two ports of a host.
   *
   * @param limit how long each port is given
   */
  public static Reachability of(
      String host, int restPort, int tlsPort, Duration limit, BooleanSupplier cancelled) {
    if (!known(host, restPort) || cancelled.getAsBoolean()) {
      return new Reachability(false, false, false);
    }
    return new Reachability(
        true, accepts(host, restPort, limit, cancelled), accepts(host, tlsPort, limit, cancelled));
  }

  /** Behind a proxy a name need not be known on this computer. */
  private static boolean known(String host, int port) {
    return PROXIES.before(host, port).isPresent() || resolves(host);
  }

  private static boolean resolves(String host) {
    try {
      return InetAddress.getAllByName(host).length > 0;
    } catch (UnknownHostException _) {
      return false;
    }
  }

  /** Whether a port takes a connection; nothing is sent. */
  public static boolean accepts(String host, int port, Duration limit, BooleanSupplier cancelled) {
    try {
      Dialer.close(new Dialer(PROXIES, cancelled).dial(new Target(host, port), limit));
      return true;
    } catch (ProblemException _) {
      return false;
    }
  }
}
