package io.github.certwright.wizard;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what a scene looks like as PNG files. */
public final class Pictures {
  private Pictures() {}

  /** Takes a picture; called on the window's thread. */
  public static WritableImage take(Scene scene) {
    return scene.snapshot(null);
  }

  /** Saves it under {@code test.screenshots}. */
  public static void save(WritableImage image, String name) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    Path folder = Path.of(System.getProperty("test.screenshots", "target/screenshots"));
    try {
      Files.createDirectories(folder);
      ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
