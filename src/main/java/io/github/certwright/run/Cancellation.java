package io.github.certwright.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A flag that a face raises and a run looks at between, and during, its steps. */
public final class Cancellation {
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
}
