package io.github.certwright.check;

import io.github.certwright.problem.ProblemException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Looks at a TLS port without trusting it. */
@FunctionalInterface
public interface Prober {

  /**
   * What the port shows.
   *
   * @throws ProblemException with a key of its own for every way in which a connection fails
   */
  Seen look(String host, int port, BooleanSupplier cancelled) throws ProblemException;

  /**
   * What was shown.
   *
   * @param protocol JSSE name, for example {@code TLSv1.3}
   * @param chain the server's own certificate first, at least that one
   * @param systemTrusts whether this Java's own trust store accepts the chain for the host
   */
  record Seen(String protocol, List<X509Certificate> chain, boolean systemTrusts) {
    public Seen {
      chain = List.copyOf(chain);
    }
  }
}
