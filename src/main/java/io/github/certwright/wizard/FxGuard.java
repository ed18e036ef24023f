package io.github.certwright.wizard;

import java.util.function.BooleanSupplier;

/**
 * Keeps slow doors (disk, network, key generation) shut on the window's thread: opening one there
 * is a mistake in the program and fails at once, in tests and in use alike.
 */
public final class FxGuard {
  private final BooleanSupplier onWindowThread;

  /**
   * @param onWindowThread says whether the calling thread is the one that draws
   */
  public FxGuard(BooleanSupplier onWindowThread) {
    this.onWindowThread = onWindowThread;
  }

  /**
   * Called first by every door.
   *
   * @param door its name, for the failure's text
   * @throws IllegalStateException on the window's thread
   */
  public void opening(String door) {
    if (onWindowThread.getAsBoolean()) {
      throw new IllegalStateException(
          "The window would stand still: " + door + " was opened on its thread.");
    }
  }
}
