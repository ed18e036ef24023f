package io.github.certwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.BaseRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * TestFX's robot at a window, which goes on as soon as the window has dealt with a key, a letter or
 * a click. TestFX 4.0.18 itself pauses for 50 ms after each of them, and again three times around
 * every test ({@code WaitForAsyncUtils.waitForFxEvents}), however soon the window is ready.
 */
public abstract class PromptRobot extends FxRobot {
  private static final int STEPS_OF_THE_POINTER = 4;

  /** Shows what is tested; called on the window's thread before every test. */
  protected abstract void start(Stage stage) throws Exception;

  @BeforeEach
  final void open() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    onWindow(
        () -> {
          start(stage);
          return stage;
        });
    settle();
  }

  @AfterEach
  final void close() {
    onWindow(
        () -> {
          List.copyOf(Window.getWindows()).forEach(Window::hide);
          return true;
        });
    Settled.quiet();
  }

  /** Waits until the window is at rest. */
  public static void settle() {
    Settled.atRest();
  }

  /** Asks or does something on the window's thread. */
  public static <T> T onWindow(Callable<T> work) {
    try {
      return WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(work));
    } catch (TimeoutException e) {
      throw new AssertionError("The window did not answer.", e);
    }
  }

  @Override
  public FxRobot interact(Runnable work) {
    interactNoWait(work);
    settle();
    return this;
  }

  /**
   * Clicks in the middle of the one that is seen. As with a person, the window lays out what has
   * changed between pressing and letting go.
   */
  @Override
  public FxRobot clickOn(String query, MouseButton... buttons) {
    MouseButton button = buttons.length == 0 ? MouseButton.PRIMARY : buttons[0];
    BaseRobot base = robotContext().getBaseRobot();
    Node node = seen(query);
    moveTo(base, point(node).query());
    onWindow(
        () -> {
          base.moveMouse(point(node).query());
          base.pressMouse(button);
          return node;
        });
    settle();
    onWindow(
        () -> {
          base.releaseMouse(button);
          return node;
        });
    settle();
    return this;
  }

  private Node seen(String query) {
    List<Node> nodes = lookup(query).queryAll().stream().filter(PromptRobot::isSeen).toList();
    assertThat(nodes).as("to be clicked on: " + query).isNotEmpty();
    return nodes.getFirst();
  }

  /** Whether a node stands in a window and neither it nor what holds it is hidden. */
  public static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private static void moveTo(BaseRobot base, Point2D target) {
    Point2D from = base.retrieveMouse();
    for (int step = 1; step <= STEPS_OF_THE_POINTER; step++) {
      base.moveMouse(from.interpolate(target, (double) step / STEPS_OF_THE_POINTER));
    }
    settle();
  }

  /** Presses keys together, and lets the last of them go first. */
  @Override
  public FxRobot push(KeyCode... keys) {
    BaseRobot base = robotContext().getBaseRobot();
    for (KeyCode key : keys) {
      base.pressKeyboard(key);
      Settled.quiet();
    }
    for (KeyCode key : List.of(keys).reversed()) {
      base.releaseKeyboard(key);
      Settled.quiet();
    }
    settle();
    return this;
  }

  /** Presses keys one after another. */
  @Override
  public FxRobot type(KeyCode... keys) {
    for (KeyCode key : keys) {
      push(key);
    }
    return this;
  }

  /** Types letters where the keyboard is. */
  @Override
  public FxRobot write(String text) {
    Scene scene = window(Window::isFocused).getScene();
    BaseRobot base = robotContext().getBaseRobot();
    for (int i = 0; i < text.length(); i++) {
      base.typeKeyboard(scene, KeyCode.UNDEFINED, text.substring(i, i + 1));
      Settled.quiet();
    }
    settle();
    return this;
  }
}
