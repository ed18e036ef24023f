package io.github.certwright.wizard.page;

import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Look;
import io.github.certwright.wizard.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Makes the pages of the job that most people come for, once and unseen, as soon as somebody moves
 * the pointer over the window or presses a key: what Java and JavaFX do for the first time takes
 * them several times as long as ever after. One page at a time, so that a click in between is heard
 * at once; and not before, because a window that nobody uses should stay small (16 MB).
 */
final class Preparation {
  private static final Duration BREATH = Duration.millis(30);
  private static final double WIDTH = 700;
  private static final double HEIGHT = 600;

  private final Supplier<Job> usual;
  private final BooleanSupplier idle;
  private final Look look;
  private final PauseTransition pause = new PauseTransition(BREATH);
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

  /** Waits for somebody; called on the window's thread. */
  void awaitSomebodyAt(Node window) {
    EventHandler<InputEvent> somebody =
        new EventHandler<>() {
          @Override
          public void handle(InputEvent event) {
            window.removeEventFilter(MouseEvent.MOUSE_MOVED, this);
            window.removeEventFilter(KeyEvent.KEY_PRESSED, this);
            pause.setOnFinished(end -> first());
            pause.playFromStart();
          }
        };
    window.addEventFilter(MouseEvent.MOUSE_MOVED, somebody);
    window.addEventFilter(KeyEvent.KEY_PRESSED, somebody);
  }

  private void first() {
    if (idle.getAsBoolean()) {
      Job job = usual.get();
      closed = job.closed();
      pages.addAll(job.pages());
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
