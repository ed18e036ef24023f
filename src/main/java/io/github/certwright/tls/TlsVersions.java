package io.github.certwright.tls;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds out which versions of TLS a port offers beside the one it agreed on; a further greeting for
 * each, and nothing else is sent.
 */
public final class TlsVersions {
  public static final String TLS_1_3 = "TLSv1.3";
  public static final String TLS_1_2 = "TLSv1.2";

  /** Anything before TLS 1.2, which RFC 8996 forbids; which of it, nobody needs to know. */
  public static final String OLDER = "older";

  private static final long LOOK_UP_MILLIS = 50;

  private final TlsLimits limits;
  private final SystemProxy proxies;

  /**
   * With both as the probe has them.
   *
   * @param proxies those that stand in between
   */
  public TlsVersions(TlsLimits limits, SystemProxy proxies) {
    this.limits = limits;
    this.proxies = proxies;
  }

  /**
   * The versions, best first: {@link #TLS_1_3}, {@link #TLS_1_2}, {@link #OLDER}.
   *
   * @param seen what the port agreed on when it was free to choose
   */
  public List<String> offered(TlsSeen seen, BooleanSupplier cancelled) {
    List<String> offered = new ArrayList<>(List.of(seen.protocol()));
    if (seen.protocol().equals(TLS_1_3) && speaks12(seen, cancelled)) {
      offered.add(TLS_1_2);
    }
    if (!cancelled.getAsBoolean() && speaksOlder(new Target(seen.host(), seen.port()), cancelled)) {
      offered.add(OLDER);
    }
    return List.copyOf(offered);
  }

  private boolean speaks12(TlsSeen seen, BooleanSupplier cancelled) {
    try {
      new TlsProbe(limits, proxies).look(seen.host(), seen.port(), List.of(TLS_1_2), cancelled);
      return true;
    } catch (ProblemException _) {
      return false;
    }
  }

  /** Java no longer speaks them at all, so the greeting is our own. */
  private boolean speaksOlder(Target target, BooleanSupplier cancelled) {
    try {
      SocketChannel channel = new Dialer(proxies, cancelled).dial(target, limits.connect());
      try (Selector selector = Selector.open()) {
        channel.register(selector, SelectionKey.OP_READ);
        channel.write(OldGreeting.to(target));
        return answer(channel, selector, cancelled).isOldServerHello();
      } finally {
        Dialer.close(channel);
      }
    } catch (ProblemException | IOException _) {
      return false;
    }
  }

  private FirstRecord answer(SocketChannel channel, Selector selector, BooleanSupplier cancelled)
      throws IOException {
    FirstRecord first = new FirstRecord();
    ByteBuffer in = ByteBuffer.allocate(64);
    Deadline deadline = Deadline.in(limits.handshake());
    while (!first.isFull() && !deadline.over() && !cancelled.getAsBoolean()) {
      in.clear();
      int count = channel.read(in);
      if (count < 0) {
        return first;
      }
      in.flip();
      first.take(in);
      if (count == 0) {
        selector.select(Math.clamp(deadline.leftMillis(), 1, LOOK_UP_MILLIS));
        selector.selectedKeys().clear();
      }
    }
    return first;
  }
}
