package io.github.certwright.wizard.control;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.text.Font;
import org.kordamp.ikonli.FontLoader;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;

/**
 * Loads the fonts of the icons. JavaFX copies a font that lies in a jar to the temporary folder at
 * every start; packaging therefore puts fonts beside the jars, where they are read in place, also
 * with a full temporary folder.
 */
final class IconFonts implements FontLoader {
  /** JavaFX wants one; each icon has its own. */
  private static final double ANY_SIZE = 16;

  private static final String IN_JAR = "jar:";
  private static final String INSIDE = "!/";

  private IconFonts() {}

  /** To be called before the first icon: Ikonli keeps to the loader it was first asked with. */
  static void use() {
    IkonResolverProvider.getInstance(new IconFonts());
  }

  @Override
  public void loadFont(IkonHandler icons) {
    URL resource = icons.getFontResource();
    Font font =
        beside(resource.toExternalForm())
            .map(file -> Font.loadFont("file:" + file.toUri().getPath(), ANY_SIZE))
            .orElseGet(() -> Font.loadFont(resource.toExternalForm(), ANY_SIZE));
    icons.setFont(font);
  }

  /**
   * The file of the same name in the folder of the jar.
   *
   * @param resource {@code jar:file:/folder/name.jar!/folders/name.ttf}, or the address of a file
   */
  static Optional<Path> beside(String resource) {
    int end = resource.indexOf(INSIDE);
    if (!resource.startsWith(IN_JAR) || end < 0) {
      return Optional.empty();
    }
    Path jar = Path.of(URI.create(resource.substring(IN_JAR.length(), end)));
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    return Optional.of(jar.resolveSibling(name)).filter(Files::isRegularFile);
  }
}
