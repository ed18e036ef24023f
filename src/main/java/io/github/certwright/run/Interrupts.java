package io.github.certwright.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Turns Ctrl-C and an orderly end of the system session into a cancelled job: the process waits
 * until everything is taken back and the end is told. Close it when the job has ended.
 */
public final class Interrupts implements AutoCloseable {
  /** Operating systems kill what does not end soon after being asked. */
  private static final long PATIENCE_SECONDS = 20;

  /** What Java itself ends with after Ctrl-C: 128 and the number of SIGINT. */
  private static final int CANCELLED = 130;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger(CANCELLED);
  private final Thread hook;

  private Interrupts(Cancellation cancellation, IntConsumer halt) {
    hook =
        new Thread(
            () -> {
              cancellation.cancel();
              try {
                boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!inTime) {
                  System.getLogger(Interrupts.class.getName())
                      .log(System.Logger.Level.WARNING, "The job did not end in time.");
                } else if (exitCode.get() != CANCELLED) {
                  // The job ended otherwise than cancelled, and Java would say 130 all the same.
                  halt.accept(exitCode.get());
                }
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            },
            "interrupts");
  }

  /**
   * From now on an interrupt cancels.
   *
   * @param halt ends the process at once with an exit code of its own
   */
  public static Interrupts cancelling(Cancellation cancellation, IntConsumer halt) {
    Interrupts interrupts = new Interrupts(cancellation, halt);
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  /**
   * The job has ended, and everything about it was said.
   *
   * @param code what the process ends with, also when it was interrupted
   */
  public void end(int code) {
    exitCode.set(code);
    close();
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already; the hook has just been released.
      return;
    }
  }
}
