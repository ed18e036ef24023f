package io.github.certwright.wizard.page;

import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Look;
import io.github.certwright.wizard.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Makes the pages of the job that most people come for, once and unseen, while nobody waits for
 * anything: what Java and JavaFX do for the first time takes them several times as long as ever
 * after. One page at a time, so that a click in between is heard at once.
 */
final class Preparation {
  private static final Duration QUIET = Duration.millis(600);
  private static final Duration BREATH = Duration.millis(40);
  private static final double WIDTH = 700;
  private static final double HEIGHT = 600;

  private final Supplier<Job> usual;
  private final BooleanSupplier idle;
  private final Look look;
  private final PauseTransition pause = new PauseTransition(QUIET);
  private final Deque<Page> pages = new ArrayDeque<>();
  private Runnable closed = () -> {};

  /**
   * @param usual makes the job, with nothing answered; it is closed again
   * @param idle whether nobody has begun anything yet
   */
  Preparation(Supplier<Job> usual, BooleanSupplier idle, Look look) {
    this.usual = usual;
    this.idle = idle;
    this.look = look;
  }

  /** Starts a moment from now, on the window's thread. */
  void begin() {
    pause.setOnFinished(event -> first());
    pause.playFromStart();
  }

  private void first() {
    if (idle.getAsBoolean()) {
      Job job = usual.get();
      closed = job.closed();
      pages.addAll(job.pages());
      pause.setDuration(BREATH);
      pause.setOnFinished(event -> next());
      pause.playFromStart();
    }
  }

  private void next() {
    if (pages.isEmpty() || !idle.getAsBoolean()) {
      pages.clear();
      closed.run();
      return;
    }
    Scene unseen = new Scene(new StackPane(pages.poll().content()), WIDTH, HEIGHT);
    look.dress(unseen.getStylesheets());
    unseen.getRoot().applyCss();
    unseen.getRoot().layout();
    pause.playFromStart();
  }
}
