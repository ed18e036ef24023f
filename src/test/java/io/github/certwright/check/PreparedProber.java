package io.github.certwright.check;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.SystemProxy;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsSeen;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reaches prepared servers on loopback under any name and port. */
final class PreparedProber implements Prober, AutoCloseable {
  private final Prober network =
      new NetworkProber(
          new TlsLimits(Duration.ofSeconds(2), Duration.ofSeconds(2)), SystemProxy.none());
  private final PreparedServer server;
  private final Map<Integer, PreparedServer> others = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();

  PreparedProber(PreparedServer server) {
    this.server = server;
  }

  /** Another port of the same host. */
  PreparedProber with(int port, PreparedServer other) {
    others.put(port, other);
    return this;
  }

  PreparedProber withOpen(int port) {
    open.add(port);
    return this;
  }

  @Override
  public TlsSeen look(String host, int port, BooleanSupplier cancelled) throws ProblemException {
    return network.look("127.0.0.1", server.port(), cancelled);
  }

  @Override
  public List<String> versions(TlsSeen seen, BooleanSupplier cancelled) {
    return network.versions(seen, cancelled);
  }

  @Override
  public Neighbour glance(String host, int port, BooleanSupplier cancelled) {
    return others.containsKey(port)
        ? network.glance("127.0.0.1", others.get(port).port(), cancelled)
        : new Neighbour.Silent();
  }

  @Override
  public boolean opens(String host, int port, BooleanSupplier cancelled) {
    return open.contains(port);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (PreparedServer other : others.values()) {
      other.close();
    }
  }
}
