package io.github.certwright.server.practice;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Opens a port that was closed a moment ago. A program that is being started has copies of all open
 * sockets until it has closed what it inherited (Java opens them without {@code SOCK_CLOEXEC}, and
 * its {@code childproc.c} closes them after the fork), and so long the port is taken.
 */
final class Reopening {
  private static final int TRIES = 25;
  private static final long BETWEEN_MILLIS = 20;

  private Reopening() {}

  /** What listens, once it does. */
  @FunctionalInterface
  interface Opening<T> {
    T open() throws IOException;
  }

  /**
   * Tries for half a second.
   *
   * @param end ends the waiting early
   * @throws BindException when the port is somebody else's
   */
  static <T> T patiently(CountDownLatch end, Opening<T> opening) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        return opening.open();
      } catch (BindException e) {
        if (isOver(end)) {
          throw e;
        }
      }
    }
    return opening.open();
  }

  private static boolean isOver(CountDownLatch end) {
    try {
      return end.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
