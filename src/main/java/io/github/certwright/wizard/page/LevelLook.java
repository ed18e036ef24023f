package io.github.certwright.wizard.page;

import io.github.certwright.check.Level;
import org.kordamp.ikonli.feather.Feather;

/** How a level is seen and heard: never by its colour alone. */
record LevelLook(Feather icon, String colour, String iconColour, String wordKey, String stem) {

  static LevelLook of(Level level) {
    return switch (level) {
      case GREEN ->
          new LevelLook(
              Feather.CHECK_CIRCLE, "green", "good", "verdict.green.word", "verdict.green");
      case AMBER ->
          new LevelLook(
              Feather.ALERT_TRIANGLE, "amber", "warns", "verdict.amber.word", "verdict.amber");
      case RED -> new LevelLook(Feather.X_CIRCLE, "red", "bad", "verdict.red.word", "verdict.red");
    };
  }
}
