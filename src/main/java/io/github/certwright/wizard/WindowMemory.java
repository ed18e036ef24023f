package io.github.certwright.wizard;

import io.github.certwright.settings.WindowPlace;
import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it stood last, when that is still on a screen. */
final class WindowMemory {
  static final double WIDTH = 960;
  static final double HEIGHT = 680;
  static final double LEAST_WIDTH = 800;
  static final double LEAST_HEIGHT = 600;

  private WindowMemory() {}

  static void restore(Stage stage, Optional<WindowPlace> place) {
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    place
        .filter(WindowMemory::isOnScreen)
        .ifPresent(
            known -> {
              stage.setX(known.x());
              stage.setY(known.y());
              stage.setWidth(Math.max(known.width(), LEAST_WIDTH));
              stage.setHeight(Math.max(known.height(), LEAST_HEIGHT));
              stage.setMaximized(known.maximised());
            });
  }

  static WindowPlace placeOf(Stage stage) {
    return new WindowPlace(
        (int) stage.getX(),
        (int) stage.getY(),
        (int) stage.getWidth(),
        (int) stage.getHeight(),
        stage.isMaximized());
  }

  private static boolean isOnScreen(WindowPlace place) {
    return !Screen.getScreensForRectangle(
            place.x() + place.width() / 4.0, place.y(), place.width() / 2.0, 40)
        .isEmpty();
  }
}
