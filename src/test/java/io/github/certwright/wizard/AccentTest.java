package io.github.certwright.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"#ffff00", "#00ff00", "#ff69b4", "#808080", "#101010", "#ffffff", "#e95420"})
  void anyAccentColourLeavesTextReadable(String accent) {
    String light = Accent.declarations(Color.web(accent), false);
    String dark = Accent.declarations(Color.web(accent), true);
    assertThat(Accent.contrast(colour(light, "emphasis"), Color.WHITE)).isGreaterThanOrEqualTo(4.4);
    assertThat(Accent.contrast(colour(dark, "emphasis"), Color.WHITE)).isGreaterThanOrEqualTo(4.4);
    assertThat(Accent.contrast(colour(light, "fg"), Color.WHITE)).isGreaterThanOrEqualTo(4.4);
    assertThat(Accent.contrast(colour(dark, "fg"), Color.web("#0d1117")))
        .isGreaterThanOrEqualTo(4.4);
  }

  @Test
  void aSystemWithoutAnAccentColourKeepsTheThemes() {
    assertThat(Accent.declarations(Color.web("#157EFB"), false)).isEmpty();
  }

  private static Color colour(String declarations, String role) {
    Matcher found =
        Pattern.compile("-color-accent-" + role + ": (#[0-9a-f]{6})").matcher(declarations);
    assertThat(found.find()).isTrue();
    return Color.web(found.group(1));
  }
}
