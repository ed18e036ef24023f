package io.github.certwright.tls;

import java.time.Duration;

/** A moment by which something must be done, on the clock that never jumps. */
record Deadline(Duration limit, long endNanos) {

  static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  long leftMillis() {
    return Math.max(0, (endNanos - System.nanoTime()) / 1_000_000);
  }

  boolean over() {
    return endNanos - System.nanoTime() <= 0;
  }

  /** The limit as people say it: whole seconds, at least one. */
  long seconds() {
    return Math.max(1, limit.toSeconds());
  }
}
