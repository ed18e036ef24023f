package io.github.certwright.wizard;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * The system's accent colour as the theme's looked-up colours, made darker or lighter until text on
 * it can be read.
 */
final class Accent {
  /** WCAG 2.2, 1.4.3: contrast of text at level AA. */
  static final double READABLE = 4.5;

  /** What JavaFX reports when the system names no colour. */
  private static final Color UNNAMED = Color.web("#157EFB");

  private static final Color DARK_GROUND = Color.web("#0d1117");

  private Accent() {}

  /** Declarations for {@code .root}, or nothing when the theme's own accent will do. */
  static String declarations(Color accent, boolean dark) {
    if (accent == null || accent.equals(UNNAMED)) {
      return "";
    }
    Color emphasis = until(accent, Color.WHITE, Color.BLACK);
    Color text = dark ? until(accent, DARK_GROUND, Color.WHITE) : emphasis;
    Color ground = dark ? DARK_GROUND : Color.WHITE;
    return "-color-accent-emphasis: "
        + css(emphasis)
        + ";-color-accent-fg: "
        + css(text)
        + ";-color-accent-muted: "
        + css(ground.interpolate(accent, 0.4))
        + ";-color-accent-subtle: "
        + css(ground.interpolate(accent, 0.13))
        + ";";
  }

  static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static Color until(Color start, Color ground, Color towards) {
    Color colour = start;
    for (int step = 1; contrast(colour, ground) < READABLE && step <= 20; step++) {
      colour = start.interpolate(towards, step / 20.0);
    }
    return colour;
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static String css(Color colour) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255));
  }
}
