package io.github.certwright.tls;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks an HTTP proxy for a way through to a port (CONNECT, RFC 9110 9.3.6). Names the port and
 * nothing else: neither a user nor a cookie.
 */
final class Tunnel {
  private static final long LOOK_UP_MILLIS = 50;
  private static final int LONGEST_HEAD = 8192;
  private static final int SIGN_IN_WANTED = 407;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \\r\\n]");

  private final Target target;
  private final InetSocketAddress proxy;
  private final BooleanSupplier cancelled;

  Tunnel(Target target, InetSocketAddress proxy, BooleanSupplier cancelled) {
    this.target = target;
    this.proxy = proxy;
    this.cancelled = cancelled;
  }

  /** Leaves the channel at the first byte of whoever is behind the proxy. */
  void open(SocketChannel channel, Deadline deadline) throws IOException, ProblemException {
    String place = target.authority();
    String ask = "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n\r\n";
    try (Selector selector = Selector.open()) {
      SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
      ByteBuffer out = ByteBuffer.wrap(ask.getBytes(StandardCharsets.US_ASCII));
      while (out.hasRemaining()) {
        await(selector, deadline);
        channel.write(out);
      }
      key.interestOps(SelectionKey.OP_READ);
      judge(head(channel, selector, deadline));
    }
  }

  private String head(SocketChannel channel, Selector selector, Deadline deadline)
      throws IOException, ProblemException {
    StringBuilder head = new StringBuilder();
    // One byte at a time, because what follows the empty line is no longer the proxy's.
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_HEAD) {
      one.clear();
      int read = channel.read(one);
      if (read < 0) {
        break;
      }
      if (read == 0) {
        await(selector, deadline);
      } else {
        head.append((char) (one.get(0) & 0xff));
      }
    }
    return head.toString();
  }

  private void judge(String head) throws ProblemException {
    Matcher status = STATUS.matcher(head);
    if (!status.lookingAt()) {
      throw target.noProxy(proxy);
    }
    int code = Integer.parseInt(status.group(1));
    if (code == SIGN_IN_WANTED) {
      throw target.proxySignIn(proxy);
    }
    if (code < 200 || code >= 300) {
      throw target.proxyRefused(proxy, code);
    }
  }

  private void await(Selector selector, Deadline deadline) throws IOException, ProblemException {
    while (true) {
      if (cancelled.getAsBoolean()) {
        throw target.cancelled();
      }
      if (deadline.over()) {
        throw target.proxySilent(proxy, deadline.seconds());
      }
      if (selector.select(Math.clamp(deadline.leftMillis(), 1, LOOK_UP_MILLIS)) > 0) {
        selector.selectedKeys().clear();
        return;
      }
    }
  }
}
