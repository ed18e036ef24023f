package io.github.certwright.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A flag that a face raises and a run looks at between, and during, its steps. */
public final class Cancellation {
  private static final long LOOK_MILLIS = 20;

  private final AtomicBoolean raised = new AtomicBoolean();

  public void cancel() {
    raised.set(true);
  }

  public boolean isCancelled() {
    return raised.get();
  }

  /**
   * Lets the run go on, or ends it.
   *
   * @throws CancellationException when the flag is raised
   */
  public void check() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }

  /**
   * Does work that takes long and changes nothing, such as making a large key, and does not wait
   * for its end once the flag is raised.
   *
   * @throws CancellationException when the flag is raised, or this thread is interrupted
   */
  <T> T await(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofPlatform().daemon().name("long-work").start(task);
    Optional<T> result = Optional.empty();
    while (result.isEmpty()) {
      check();
      result = look(task);
    }
    return result.get();
  }

  private static <T> Optional<T> look(FutureTask<T> task) {
    try {
      return Optional.of(task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
