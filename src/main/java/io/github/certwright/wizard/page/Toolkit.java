package io.github.certwright.wizard.page;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javafx.application.Platform;

/**
 * The classes by which JavaFX reaches this system's windows, graphics and fonts. A run without a
 * display uses others.
 */
final class Toolkit {
  /** Linux, macOS, Windows; JavaFX's jar of one system has only its own. */
  private static final List<String> FOLDERS =
      List.of(
          "com/sun/glass/ui/gtk/",
          "com/sun/glass/ui/mac/",
          "com/sun/glass/ui/win/",
          "com/sun/prism/es2/",
          "com/sun/prism/mtl/",
          "com/sun/prism/d3d/",
          "com/sun/prism/sw/",
          "com/sun/javafx/font/freetype/",
          "com/sun/javafx/font/coretext/",
          "com/sun/javafx/font/directwrite/");

  private static final String SUFFIX = ".class";

  private Toolkit() {}

  /** Loads them and runs none of their code, so that no display is needed. */
  static void load() throws IOException, ClassNotFoundException {
    ClassLoader loader = Platform.class.getClassLoader();
    try (JarFile jar = new JarFile(graphics().toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(SUFFIX) && FOLDERS.stream().anyMatch(name::startsWith)) {
          String type = name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
          Class.forName(type, false, loader);
        }
      }
    }
  }

  private static Path graphics() throws IOException {
    try {
      return Path.of(Platform.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
