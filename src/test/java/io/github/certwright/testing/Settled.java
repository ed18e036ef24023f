package io.github.certwright.testing;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Waits for JavaFX itself instead of for a time. */
final class Settled {
  private static final int SECONDS_TO_ANSWER = 20;

  /** More rounds than any page needs; what moves all the time is never laid out for good. */
  private static final int MOST_PULSES = 4;

  private Settled() {}

  /** Until everything asked of the windows is done and everything in them has its place. */
  static void atRest() {
    quiet();
    int pulses = 0;
    do {
      pulse();
      pulses++;
    } while (pulses < MOST_PULSES && !laidOut());
  }

  /** Until what was asked so far, and what that asked for, is done. */
  static void quiet() {
    for (int round = 0; round < 2; round++) {
      CountDownLatch done = new CountDownLatch(1);
      Platform.runLater(done::countDown);
      await(done);
    }
  }

  /**
   * Until the end of a pulse, in which pages are laid out; animations have their turn at its
   * beginning, and what is asked there is done after it.
   */
  private static void pulse() {
    CountDownLatch done = new CountDownLatch(1);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            stop();
            Platform.runLater(done::countDown);
          }
        };
    Platform.runLater(timer::start);
    await(done);
  }

  private static boolean laidOut() {
    return PromptRobot.onWindow(
        () ->
            List.copyOf(Window.getWindows()).stream().map(Window::getScene).allMatch(Settled::is));
  }

  private static boolean is(Scene scene) {
    return scene == null || !scene.getRoot().isNeedsLayout();
  }

  private static void await(CountDownLatch done) {
    try {
      if (!done.await(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
        throw new AssertionError("The window did not answer.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
