package io.github.certwright.check;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.tls.TlsSeen;
import java.util.function.BooleanSupplier;

/** Looks at a TLS port without trusting it. */
@FunctionalInterface
public interface Prober {

  /**
   * What the port shows: its own certificate first, at least that one.
   *
   * @throws ProblemException with a key of its own for every way in which a connection fails
   */
  TlsSeen look(String host, int port, BooleanSupplier cancelled) throws ProblemException;

  /** Over the network, with the usual limits. */
  static Prober real() {
    return new TlsProbe()::look;
  }
}
