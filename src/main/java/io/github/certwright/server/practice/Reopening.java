package io.github.certwright.server.practice;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ports that were closed a moment ago. A program that is being started has copies of all open
 * sockets until it has closed what it inherited (Java opens them without {@code SOCK_CLOEXEC}, and
 * its {@code childproc.c} closes them after the fork). So long somebody still listens.
 */
final class Reopening {
  private static final int TRIES = 100;
  private static final long BETWEEN_MILLIS = 20;

  private Reopening() {}

  /** What listens, once it does. */
  @FunctionalInterface
  interface Opening<T> {
    T open() throws IOException;
  }

  /**
   * Tries for two seconds.
   *
   * @throws BindException when the port is somebody else's
   */
  static <T> T patiently(Opening<T> opening) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 1; i < TRIES; i++) {
      try {
        return opening.open();
      } catch (BindException e) {
        pause(never, e);
      }
    }
    return opening.open();
  }

  private static void pause(CountDownLatch never, BindException cause) throws BindException {
    try {
      never.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }

  /** Waits, for two seconds at most, until nobody listens on a port of 127.0.0.1 any more. */
  static void untilFree(int port) {
    try {
      patiently(
          () -> {
            look(port);
            return port;
          });
    } catch (IOException _) {
      // Somebody else's by now, or copied by a program that takes its time; ours is closed.
    }
  }

  /**
   * Takes a port of 127.0.0.1 without listening, so that a copy of this socket is in nobody's way.
   *
   * @throws BindException when somebody listens on it
   */
  static void look(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
