package io.github.certwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {
  private static final Path ICONS =
      Path.of(System.getProperty("test.sources", "src")).resolveSibling("icons");

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48, 64, 128, 256})
  void theWindowFindsEverySizeItAsksFor(int size) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("icon-" + size + ".png")) {
      BufferedImage image = ImageIO.read(in);
      assertThat(image.getWidth()).isEqualTo(size);
      assertThat(image.getHeight()).isEqualTo(size);
      assertThat(image.getRGB(0, 0) >>> 24).as("the corner is see-through").isLessThan(128);
      assertThat(image.getRGB(size / 2, size / 2) >>> 24).isEqualTo(255);
    }
  }

  @Test
  void theContainersOfWindowsAndMacosAreWhole() throws IOException {
    ByteBuffer ico =
        ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("certwright.ico")))
            .order(ByteOrder.LITTLE_ENDIAN);
    int images = ico.getShort(4);
    assertThat(images).isEqualTo(7);
    int last = 6 + 16 * (images - 1);
    assertThat(ico.getInt(last + 8) + ico.getInt(last + 12)).isEqualTo(ico.capacity());
    ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("certwright.icns")));
    assertThat(icns.getInt(4)).isEqualTo(icns.capacity());
    int at = 8;
    while (at < icns.capacity()) {
      at += icns.getInt(at + 4);
    }
    assertThat(at).isEqualTo(icns.capacity());
  }
}
