package io.github.certwright.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** Certwright's own icon, in the sizes that are there. */
final class AppIcon {
  private static final double SMALL = 24;

  private AppIcon() {}

  /** For windows, from small to large. */
  static List<Image> all() {
    return Stream.of("icon-16.png", "icon-32.png", "icon-64.png", "icon-128.png", "icon-256.png")
        .map(name -> load(name, 0))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Beside the name. */
  static Optional<Image> small() {
    return load("icon-64.png", SMALL);
  }

  /** Beside the first heading. */
  static Optional<Image> large() {
    return load("icon-128.png", SMALL * 2);
  }

  private static Optional<Image> load(String name, double size) {
    try (InputStream resource =
        AppIcon.class.getResourceAsStream("/io/github/certwright/" + name)) {
      return Optional.ofNullable(resource).map(bytes -> new Image(bytes, size, size, true, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
