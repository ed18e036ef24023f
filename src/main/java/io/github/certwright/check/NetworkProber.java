package io.github.certwright.check;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Reachability;
import io.github.certwright.tls.SystemProxy;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.tls.TlsSeen;
import io.github.certwright.tls.TlsVersions;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The real network. */
final class NetworkProber implements Prober {
  private final TlsLimits limits;
  private final SystemProxy proxies;

  NetworkProber(TlsLimits limits, SystemProxy proxies) {
    this.limits = limits;
    this.proxies = proxies;
  }

  @Override
  public TlsSeen look(String host, int port, BooleanSupplier cancelled) throws ProblemException {
    return new TlsProbe(limits, proxies).look(host, port, cancelled);
  }

  @Override
  public List<String> versions(TlsSeen seen, BooleanSupplier cancelled) {
    return new TlsVersions(limits, proxies).offered(seen, cancelled);
  }

  @Override
  public Neighbour glance(String host, int port, BooleanSupplier cancelled) {
    TlsLimits quick = new TlsLimits(Reachability.USUAL, limits.handshake());
    try {
      return new Neighbour.Secure(new TlsProbe(quick, proxies).look(host, port, cancelled));
    } catch (ProblemException e) {
      return switch (e.problem().key()) {
        case "tls.handshake.http", "tls.handshake.not-tls", "tls.handshake.too-old" ->
            new Neighbour.Plain();
        default -> new Neighbour.Silent();
      };
    }
  }

  @Override
  public boolean opens(String host, int port, BooleanSupplier cancelled) {
    return Reachability.accepts(host, port, Reachability.USUAL, cancelled);
  }
}
