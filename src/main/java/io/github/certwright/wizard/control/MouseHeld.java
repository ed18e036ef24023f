package io.github.certwright.wizard.control;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * Lets wait, while a mouse button is held, what would move the parts of a page. JavaFX takes the
 * keyboard away from a field as soon as the mouse is pressed on a button; a problem shown then
 * would push the button away from under the mouse before it is let go, and the click would be lost.
 */
final class MouseHeld {
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean held;

  private MouseHeld(Scene scene) {
    scene.addEventFilter(MouseEvent.ANY, this::mouse);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    scene
        .windowProperty()
        .flatMap(Window::focusedProperty)
        .subscribe(
            focused -> {
              if (!Boolean.TRUE.equals(focused)) {
                letGo();
              }
            });
  }

  /** Looks at the mouse in every window the node comes into; once for each window. */
  static void watch(Node node) {
    node.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                in(scene);
              }
            });
  }

  /** Does the work at once, or after the click if a mouse button is held in the node's window. */
  static void whenLetGo(Node node, Runnable work) {
    if (node.getScene() == null || !in(node.getScene()).held) {
      work.run();
    } else {
      in(node.getScene()).waiting.add(work);
    }
  }

  private static MouseHeld in(Scene scene) {
    return (MouseHeld)
        scene.getProperties().computeIfAbsent(MouseHeld.class, key -> new MouseHeld(scene));
  }

  /** Any event without a button tells that the mouse was let go, wherever that happened. */
  private void mouse(MouseEvent event) {
    if (event.isPrimaryButtonDown()
        || event.isSecondaryButtonDown()
        || event.isMiddleButtonDown()
        || event.isBackButtonDown()
        || event.isForwardButtonDown()) {
      held = true;
    } else {
      letGo();
    }
  }

  /** Who goes on by keyboard holds no mouse; keys like Shift are held together with it. */
  private void key(KeyEvent event) {
    if (!event.getCode().isModifierKey()) {
      letGo();
    }
  }

  private void letGo() {
    if (held) {
      held = false;
      // What the mouse was let go on hears of it, and of the click, before this.
      Platform.runLater(this::catchUp);
    }
  }

  private void catchUp() {
    if (!held) {
      List<Runnable> now = List.copyOf(waiting);
      waiting.clear();
      now.forEach(Runnable::run);
    }
  }
}
