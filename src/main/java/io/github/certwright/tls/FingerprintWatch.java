package io.github.certwright.tls;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** Looks at a TLS port again and again until a certificate appears there, or time is up. */
public final class FingerprintWatch {
  /** How long a server is given to offer its new certificate. */
  public static final Duration USUAL = Duration.ofSeconds(60);

  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final TlsProbe probe;
  private final Waiter waiter;
  private final LongSupplier nanos;

  /** With the usual probe and clock. */
  public FingerprintWatch() {
    this(new TlsProbe(), new LockWaiter(), System::nanoTime);
  }

  /**
   * With everything replaceable.
   *
   * @param nanos a clock in nanoseconds that never jumps
   */
  public FingerprintWatch(TlsProbe probe, Waiter waiter, LongSupplier nanos) {
    this.probe = probe;
    this.waiter = waiter;
    this.nanos = nanos;
  }

  /** What the port showed in the end. */
  public sealed interface Result {}

  /** The certificate looked for. */
  public record SeenExpected(TlsSeen seen) implements Result {}

  /** Another certificate, up to the last look. */
  public record SeenOther(Fingerprint fingerprint) implements Result {}

  /** No certificate at the last look, or cancelled ({@code tls.cancelled}). */
  public record Nothing(Problem problem) implements Result {}

  /** Lets time pass between two looks. */
  @FunctionalInterface
  public interface Waiter {
    /** Returns after {@code time}, or earlier once {@code cancelled} is true. */
    void pause(Duration time, BooleanSupplier cancelled) throws InterruptedException;
  }

  /**
   * Watches.
   *
   * @param limit for how long; {@link #USUAL} by default
   * @param progress hears the part of the time that is used up, 0 to 1
   */
  public Result until(
      String host,
      int port,
      Fingerprint expected,
      Duration limit,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    long start = nanos.getAsLong();
    while (true) {
      Result last = look(host, port, expected, cancelled);
      Duration left = limit.minusNanos(nanos.getAsLong() - start);
      double used = 1 - (double) left.toNanos() / limit.toNanos();
      progress.accept(Math.clamp(last instanceof SeenExpected ? 1 : used, 0, 1));
      if (last instanceof SeenExpected || used >= 1) {
        return last;
      }
      if (cancelled.getAsBoolean() || interrupted(left, cancelled)) {
        return new Nothing(new Target(host, port).cancelled().problem());
      }
    }
  }

  private boolean interrupted(Duration left, BooleanSupplier cancelled) {
    try {
      waiter.pause(left.compareTo(BETWEEN) < 0 ? left : BETWEEN, cancelled);
      return false;
    } catch (InterruptedException _) {
      return true;
    }
  }

  private Result look(String host, int port, Fingerprint expected, BooleanSupplier cancelled) {
    try {
      TlsSeen seen = probe.look(host, port, cancelled);
      Optional<Fingerprint> shown = seen.fingerprint();
      return shown.filter(expected::equals).isPresent()
          ? new SeenExpected(seen)
          : new SeenOther(shown.orElseThrow());
    } catch (ProblemException e) {
      return new Nothing(e.problem());
    }
  }

  /** Waits on a lock nobody signals, looking up for cancellation. */
  private static final class LockWaiter implements Waiter {
    private static final Duration SLICE = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition never = lock.newCondition();

    @Override
    public void pause(Duration time, BooleanSupplier cancelled) throws InterruptedException {
      Deadline end = Deadline.in(time);
      lock.lock();
      try {
        long left = SLICE.toNanos();
        while (!end.over() && !cancelled.getAsBoolean()) {
          left = never.awaitNanos(left <= 0 ? SLICE.toNanos() : left);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
