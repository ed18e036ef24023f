package io.github.certwright.check;

import io.github.certwright.check.PortSeen.State;
import io.github.certwright.check.Prober.Neighbour;
import io.github.certwright.tls.TlsSeen;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The other ports of a Teamwork Cloud host. They explain what people see besides the modeling
 * tools, such as a browser's warning, and never make a sound connection look unsound.
 */
final class Neighbourhood {
  /** Ports that browsers use, not modeling tools: REST, web, authentication of older releases. */
  static final Set<Integer> BROWSER_PORTS = Set.of(443, 8111, 8443, 8555);

  private static final List<Integer> WEB = List.of(8111, 8443);
  private static final int PLAIN_PORT = 3579;

  private final HostPort where;
  private final Clock clock;
  private final List<PortSeen> ports = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Neighbourhood(HostPort where, Clock clock) {
    this.where = where;
    this.clock = clock;
  }

  /** Looks at them; at none when the port itself is one for browsers. */
  static Neighbourhood of(HostPort where, Prober prober, Clock clock, BooleanSupplier cancelled) {
    Neighbourhood all = new Neighbourhood(where, clock);
    if (BROWSER_PORTS.contains(where.port())) {
      return all;
    }
    for (int port : WEB) {
      if (!cancelled.getAsBoolean()) {
        all.take(port, prober.glance(where.host(), port, cancelled));
      }
    }
    if (where.port() != PLAIN_PORT && !cancelled.getAsBoolean()) {
      all.plain(prober.opens(where.host(), PLAIN_PORT, cancelled));
    }
    return all;
  }

  List<PortSeen> ports() {
    return ports;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether something of Teamwork Cloud answers on this host. */
  boolean anybody() {
    return ports.stream().anyMatch(seen -> seen.state() != State.CLOSED);
  }

  private void take(int port, Neighbour seen) {
    String at = new HostPort(where.host(), port).words();
    ports.add(
        new PortSeen(
            port,
            switch (seen) {
              case Neighbour.Silent() -> State.CLOSED;
              case Neighbour.Plain() -> State.PLAIN;
              case Neighbour.Secure(TlsSeen tls) ->
                  tls.systemTrusts() ? State.TRUSTED : State.UNTRUSTED;
            }));
    switch (seen) {
      case Neighbour.Silent() -> {}
      case Neighbour.Plain() -> findings.add(Finding.amber("check.web.plain", at));
      case Neighbour.Secure(TlsSeen tls) -> findings.add(secure(at, tls));
    }
  }

  private Finding secure(String at, TlsSeen tls) {
    X509Certificate own = tls.chain().getFirst();
    if (clock.instant().isAfter(own.getNotAfter().toInstant())) {
      return Finding.amber("check.web.over", at, own.getNotAfter().toInstant());
    }
    return tls.systemTrusts()
        ? Finding.green("check.web.good", at)
        : Finding.green("check.web.warns", at);
  }

  private void plain(boolean open) {
    ports.add(new PortSeen(PLAIN_PORT, open ? State.OPEN : State.CLOSED));
    if (open) {
      findings.add(
          Finding.green("check.plain.open", PLAIN_PORT, CertificateNames.both(where.host())));
    }
  }
}
