package io.github.certwright;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

/** Sees the window: which page is shown, since when it is painted, and how regularly. */
final class Eye {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long LONGEST_MILLIS = 120_000;
  private static final long BEATS_MILLIS = 200;

  private static final long A_LOOK_MILLIS = 1_000;

  private final Scene scene;
  private final Deque<CompletableFuture<Long>> painted = new ArrayDeque<>();
  private long beat;
  private long longest;
  private final AnimationTimer beats =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          long time = System.nanoTime();
          longest = Math.max(longest, time - beat);
          beat = time;
        }
      };

  /** Waits until the window shows its first page. */
  Eye(Scene scene) throws Exception {
    this.scene = scene;
    until(() -> scene.lookup(".page-holder") != null);
    Pane holder = (Pane) scene.lookup(".page-holder");
    fx(
        () -> {
          holder.getChildren().addListener((ListChangeListener<Node>) change -> changed());
          return holder;
        });
    rest(A_LOOK_MILLIS);
    fx(
        () -> {
          pointAt(holder);
          return holder;
        });
    rest(A_LOOK_MILLIS);
  }

  /** Before anything is pressed, the pointer is moved over the window. */
  private static void pointAt(Node node) {
    MouseEvent moved =
        new MouseEvent(
            MouseEvent.MOUSE_MOVED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false, false,
            false, false, false, false, false, false, null);
    node.fireEvent(moved);
  }

  /**
   * Presses something that leads to another page.
   *
   * @return nanoseconds until that page's first pulse is painted, handed to the screen; empty when no
   *     other page came
   */
  Optional<Long> press(Runnable act) throws Exception {
    CompletableFuture<Long> wanted = new CompletableFuture<>();
    return after(wanted, pressed(act, List.of(wanted)));
  }

  /**
   * Presses something that leads to a page where work is done, and waits until it is over.
   *
   * @param end id of what is seen then on the same page; otherwise another page comes
   * @return empty when no page came
   */
  Optional<Work> pressAndWork(Runnable act, Optional<String> end) throws Exception {
    CompletableFuture<Long> wanted = new CompletableFuture<>();
    CompletableFuture<Long> then = new CompletableFuture<>();
    Optional<Long> opened = after(wanted, pressed(act, List.of(wanted, then)));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    String page = page();
    if (end.isEmpty()) {
      long painted = then.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
      boolean over = page.equals(page());
      return Optional.of(new Work(page, opened.get(), longest, over ? 0 : painted - beat));
    }
    until(() -> scene.lookup("#" + end.get()) != null);
    rest(BEATS_MILLIS);
    return Optional.of(fx(() -> new Work(page, opened.get(), longest, 0)));
  }

  /**
   * Nanoseconds.
   *
   * @param page where the work was shown, unless it was over at once
   * @param opened until that page was painted
   * @param longest between two pulses while it was shown
   * @param next from the last of them until the next page was painted; 0 where none came after it
   */
  record Work(String page, long opened, long longest, long next) {}

  private CompletableFuture<Long> pressed(Runnable act, List<CompletableFuture<Long>> pages) {
    CompletableFuture<Long> start = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          painted.clear();
          painted.addAll(pages);
          longest = 0;
          beat = System.nanoTime();
          start.complete(beat);
          act.run();
        });
    return start;
  }

  private static Optional<Long> after(CompletableFuture<Long> wanted, CompletableFuture<Long> start)
      throws Exception {
    try {
      return Optional.of(wanted.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) - start.get());
    } catch (TimeoutException _) {
      return Optional.empty();
    }
  }

  /** Called on the window's thread when another page was put into the window. */
  private void changed() {
    beats.stop();
    CompletableFuture<Long> asked = painted.poll();
    if (asked == null) {
      return;
    }
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          scene.removePostLayoutPulseListener(once[0]);
          // The pulse hands the page to the painter after this, which then hands it to the screen.
          Platform.runLater(
              () ->
                  Toolkit.getToolkit()
                      .addRenderJob(
                          new RenderJob(() -> Platform.runLater(() -> painted(asked)))));
        };
    scene.addPostLayoutPulseListener(once[0]);
  }

  private void painted(CompletableFuture<Long> asked) {
    asked.complete(System.nanoTime());
    if (!painted.isEmpty()) {
      beat = System.nanoTime();
      beats.start();
    }
  }

  /** The page shown, by its place in the row of steps; {@code start} where there is none. */
  String page() throws Exception {
    return fx(this::pageNow);
  }

  private String pageNow() {
    return scene.getRoot().lookupAll(".rail-step").stream()
        .filter(step -> step.getPseudoClassStates().contains(CURRENT))
        .map(step -> step.getId().replace("rail-", ""))
        .findFirst()
        .orElse("start");
  }

  /** A node that is seen. */
  <T extends Node> Optional<T> find(String id, Class<T> kind) throws Exception {
    return fx(
        () ->
            Optional.ofNullable(scene.lookup("#" + id))
                .filter(Node::isVisible)
                .filter(kind::isInstance)
                .map(kind::cast));
  }

  /** Agrees in a window that asks, if there is one. */
  void sayYes() throws Exception {
    fx(
        () -> {
          List.copyOf(Window.getWindows()).stream()
              .map(window -> window.getScene().lookup("#yes"))
              .filter(Button.class::isInstance)
              .forEach(button -> ((Button) button).fire());
          return scene;
        });
  }

  /** Runs something on the window's thread. */
  static <T> T fx(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Waits, at most three seconds, and says whether it came true. */
  static boolean until(BooleanSupplier seen) throws Exception {
    for (int i = 0; i < 150; i++) {
      if (fx(seen::getAsBoolean)) {
        return true;
      }
      rest(20);
    }
    return false;
  }

  static void rest(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }
}
