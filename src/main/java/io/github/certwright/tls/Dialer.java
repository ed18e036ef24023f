package io.github.certwright.tls;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Opens TCP connections that end in time and can be cancelled while they wait. All addresses of a
 * name are tried in turn; when none answers, the last one's failure is told.
 */
final class Dialer {
  private static final long LOOK_UP_MILLIS = 50;

  private final SystemProxy proxies;
  private final BooleanSupplier cancelled;

  Dialer(SystemProxy proxies, BooleanSupplier cancelled) {
    this.proxies = proxies;
    this.cancelled = cancelled;
  }

  /** A connected, non-blocking channel; through the proxy where one stands in between. */
  SocketChannel dial(Target target, Duration limit) throws ProblemException {
    Optional<InetSocketAddress> proxy = proxies.before(target.host(), target.port());
    return proxy.isEmpty() ? direct(target, limit) : through(proxy.get(), target, limit);
  }

  private SocketChannel through(InetSocketAddress proxy, Target target, Duration limit)
      throws ProblemException {
    Deadline deadline = Deadline.in(limit);
    SocketChannel channel;
    try {
      channel = direct(new Target(proxy.getHostString(), proxy.getPort()), limit);
    } catch (ProblemException e) {
      throw cancelled.getAsBoolean() ? target.cancelled() : target.proxyAway(proxy, e);
    }
    boolean open = false;
    try {
      new Tunnel(target, proxy, cancelled).open(channel, deadline);
      open = true;
      return channel;
    } catch (ClosedByInterruptException _) {
      throw target.cancelled();
    } catch (IOException _) {
      throw target.noProxy(proxy);
    } finally {
      if (!open) {
        close(channel);
      }
    }
  }

  private SocketChannel direct(Target target, Duration limit) throws ProblemException {
    InetAddress[] addresses = resolve(target);
    Deadline all = Deadline.in(limit);
    ProblemException last = null;
    for (int i = 0; i < addresses.length && (i == 0 || !all.over()); i++) {
      Duration share = Duration.ofMillis(all.leftMillis() / (addresses.length - i));
      try {
        return dial(target, addresses[i], Deadline.in(share), all.seconds());
      } catch (ProblemException e) {
        if (cancelled.getAsBoolean()) {
          throw e;
        }
        last = e;
      }
    }
    throw last;
  }

  private static InetAddress[] resolve(Target target) throws ProblemException {
    try {
      return InetAddress.getAllByName(target.host());
    } catch (UnknownHostException e) {
      throw target.unknownHost(e);
    }
  }

  private SocketChannel dial(Target target, InetAddress address, Deadline deadline, long seconds)
      throws ProblemException {
    SocketChannel channel = null;
    boolean connected = false;
    try {
      channel = SocketChannel.open();
      channel.configureBlocking(false);
      connected =
          channel.connect(new InetSocketAddress(address, target.port()))
              || finish(target, channel, deadline);
      if (!connected) {
        throw target.connectTimeout(seconds);
      }
      return channel;
    } catch (ClosedByInterruptException _) {
      throw target.cancelled();
    } catch (IOException e) {
      throw explain(target, e, seconds);
    } finally {
      if (!connected) {
        close(channel);
      }
    }
  }

  private boolean finish(Target target, SocketChannel channel, Deadline deadline)
      throws IOException, ProblemException {
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_CONNECT);
      while (!deadline.over()) {
        if (cancelled.getAsBoolean()) {
          throw target.cancelled();
        }
        selector.select(Math.clamp(deadline.leftMillis(), 1, LOOK_UP_MILLIS));
        if (channel.finishConnect()) {
          return true;
        }
      }
      return false;
    }
  }

  static ProblemException explain(Target target, IOException e, long seconds) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (e instanceof NoRouteToHostException
        || said.contains("unreachable")
        || said.contains("no route")) {
      return target.noRoute(e);
    }
    if (said.contains("timed out")) {
      return target.connectTimeout(seconds);
    }
    if (said.contains("reset")) {
      return target.closed(e);
    }
    return e instanceof ConnectException ? target.refused(e) : target.connectFailed(e);
  }

  static void close(SocketChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException _) {
      // https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/nio/channels/Channel.html:
      // a channel counts as closed even when closing failed.
      return;
    }
  }
}
