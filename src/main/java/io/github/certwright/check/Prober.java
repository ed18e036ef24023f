package io.github.certwright.check;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.SystemProxy;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsSeen;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Looks at TLS ports without trusting them. */
@FunctionalInterface
public interface Prober {

  /**
   * What the port shows: its own certificate first, at least that one.
   *
   * @throws ProblemException with a key of its own for every way in which a connection fails
   */
  TlsSeen look(String host, int port, BooleanSupplier cancelled) throws ProblemException;

  /** Every version of TLS the port offers, as {@link io.github.certwright.tls.TlsVersions} says. */
  default List<String> versions(TlsSeen seen, BooleanSupplier cancelled) {
    return List.of(seen.protocol());
  }

  /** A quicker look at another port of the same host. */
  default Neighbour glance(String host, int port, BooleanSupplier cancelled) {
    return new Neighbour.Silent();
  }

  /** Whether anything takes a connection there. */
  default boolean opens(String host, int port, BooleanSupplier cancelled) {
    return false;
  }

  /** Over the network and through the system's proxies, with the usual limits. */
  static Prober real() {
    return new NetworkProber(TlsLimits.usual(), new SystemProxy());
  }

  /** What another port of the host is like. */
  sealed interface Neighbour {

    /** Nothing answers in time. */
    record Silent() implements Neighbour {}

    /** Something answers, but not with TLS of today. */
    record Plain() implements Neighbour {}

    /** It shows a certificate. */
    record Secure(TlsSeen seen) implements Neighbour {}
  }
}
