package io.github.certwright.wizard;

import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Ctrl + (also = and the number pad), Ctrl − and Ctrl 0; Command on macOS. */
final class TextSizeKeys {
  private static final Set<KeyCode> LARGER = Set.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
  private static final Set<KeyCode> SMALLER = Set.of(KeyCode.MINUS, KeyCode.SUBTRACT);
  private static final Set<KeyCode> USUAL = Set.of(KeyCode.DIGIT0, KeyCode.NUMPAD0);

  private TextSizeKeys() {}

  static void install(Scene scene, Look look) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && act(event.getCode(), look)) {
            event.consume();
          }
        });
  }

  private static boolean act(KeyCode code, Look look) {
    if (LARGER.contains(code)) {
      look.larger();
    } else if (SMALLER.contains(code)) {
      look.smaller();
    } else if (USUAL.contains(code)) {
      look.usualSize();
    } else {
      return false;
    }
    return true;
  }
}
