package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The one door to background work. Work runs on a worker; what follows runs on the window's thread,
 * also when it is attached after the work has ended. {@link #run} and the handlers belong to the
 * window's thread. An unexpected throwable goes to one handler for the whole window.
 */
public final class Background {
  private final Executor workers;
  private final Executor window;
  private final FxGuard guard;
  private final Consumer<Throwable> unexpected;
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
  private final List<Runnable> waiting = new ArrayList<>();
  private int musts;

  /**
   * @param workers where work runs; tests pass one that runs it at once
   * @param window where handlers run
   * @param guard refuses work on the window's thread
   * @param unexpected hears, on the window's thread, of throwables nobody foresaw
   */
  public Background(
      Executor workers, Executor window, FxGuard guard, Consumer<Throwable> unexpected) {
    this.workers = workers;
    this.window = window;
    this.guard = guard;
    this.unexpected = unexpected;
  }

  /** Workers that do not keep the program alive. */
  public static ExecutorService workers() {
    return Executors.newCachedThreadPool(
        Thread.ofPlatform().daemon().name("certwright-work-", 1).factory());
  }

  /**
   * Begins something that is needed later, while this thread does something else.
   *
   * @return gives it, waiting for its end; throws IllegalStateException when it failed
   */
  public static <T> Supplier<T> ahead(Executor workers, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    workers.execute(task);
    return () -> {
      try {
        return task.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /**
   * Waits for work that must have ended before the program may, such as signing out; at once when
   * there is none. Belongs to the window's thread.
   */
  public void whenEnded(Runnable act) {
    if (musts == 0) {
      act.run();
    } else {
      waiting.add(act);
    }
  }

  private void oneEnded() {
    musts--;
    if (musts == 0) {
      List<Runnable> all = List.copyOf(waiting);
      waiting.clear();
      all.forEach(Runnable::run);
    }
  }

  /** How many pieces of work have not ended. */
  public ReadOnlyIntegerProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Hands something over to the window's thread, from a worker. */
  public void toWindow(Runnable act) {
    window.execute(act);
  }

  /** Starts work that may take its time. */
  public <T> Running<T> run(Work<T> work) {
    Running<T> started = new Running<>();
    running.set(running.get() + 1);
    workers.execute(
        () -> {
          Outcome<T> outcome = attempt(work, started.cancellation);
          window.execute(() -> started.ended(outcome));
        });
    return started;
  }

  private <T> Outcome<T> attempt(Work<T> work, Cancellation cancellation) {
    try {
      guard.opening("background work");
      return new Success<>(work.run(cancellation));
    } catch (ProblemException e) {
      return new Trouble<>(e.problem());
    } catch (CancellationException e) {
      return new Stopped<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Stopped<>();
    } catch (Exception | LinkageError | AssertionError e) {
      return new Surprise<>(e);
    }
  }

  /**
   * Something slow.
   *
   * @param <T> what it comes to
   */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does it.
     *
     * @param cancellation raised when nobody waits for the result any more
     * @throws ProblemException when it cannot be done, in words
     * @throws Exception when something unforeseen happens
     */
    T run(Cancellation cancellation) throws Exception;
  }

  private sealed interface Outcome<T> {}

  private record Success<T>(T value) implements Outcome<T> {}

  private record Trouble<T>(Problem problem) implements Outcome<T> {}

  private record Stopped<T>() implements Outcome<T> {}

  private record Surprise<T>(Throwable cause) implements Outcome<T> {}

  /**
   * A piece of work under way.
   *
   * @param <T> what it comes to
   */
  public final class Running<T> {
    private final Cancellation cancellation = new Cancellation();
    private Outcome<T> outcome;
    private boolean must;
    private Consumer<T> success = value -> {};
    private Consumer<Problem> problem = seen -> {};
    private Runnable last = () -> {};

    private Running() {}

    /** What to do with the result. */
    public Running<T> onSuccess(Consumer<T> handler) {
      success = handler;
      if (outcome instanceof Success<T>(T value) && !cancellation.isCancelled()) {
        handler.accept(value);
      }
      return this;
    }

    /** What to do when it could not be done. */
    public Running<T> onProblem(Consumer<Problem> handler) {
      problem = handler;
      if (outcome instanceof Trouble<T>(Problem seen) && !cancellation.isCancelled()) {
        handler.accept(seen);
      }
      return this;
    }

    /** What to do in every case, after the others; also when cancelled. */
    public Running<T> andFinally(Runnable handler) {
      last = handler;
      if (outcome != null) {
        handler.run();
      }
      return this;
    }

    /** The program may not end before this work has, even when it was asked to stop. */
    public Running<T> mustEnd() {
      if (outcome == null && !must) {
        must = true;
        musts++;
      }
      return this;
    }

    /** Asks the work to stop; its result is no longer wanted. */
    public void cancel() {
      cancellation.cancel();
    }

    private void ended(Outcome<T> how) {
      outcome = how;
      running.set(running.get() - 1);
      switch (how) {
        case Success<T>(T value) -> unlessCancelled(() -> success.accept(value));
        case Trouble<T>(Problem seen) -> unlessCancelled(() -> problem.accept(seen));
        case Stopped<T>() -> {}
        case Surprise<T>(Throwable cause) -> unexpected.accept(cause);
      }
      last.run();
      if (must) {
        must = false;
        oneEnded();
      }
    }

    private void unlessCancelled(Runnable handler) {
      if (!cancellation.isCancelled()) {
        handler.run();
      }
    }
  }
}
