package io.github.certwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run from which packaging makes the start-up cache. */
class RehearsalTest {
  @TempDir private Path state;

  @Test
  void itPlaysThroughBothFacesAndEndsByItself() throws IOException {
    Programs.Ran ran = rehearse();

    assertThat(ran.output()).contains("KeyStore.jks").doesNotContain("Exception");
    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void eachFaceCanBeRehearsedAlone() throws IOException {
    Programs.Ran commands = rehearse(Rehearsal.COMMANDS);
    assertThat(commands.output()).contains("KeyStore.jks").doesNotContain("Exception");
    assertThat(commands.exitCode()).isZero();

    Programs.Ran window = rehearse(Rehearsal.WINDOW);
    assertThat(window.output()).isEmpty();
    assertThat(window.exitCode()).isZero();
  }

  private Programs.Ran rehearse(String... part) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "env",
                "XDG_STATE_HOME=" + state,
                "XDG_CONFIG_HOME=" + state,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                Rehearsal.COMMAND));
    words.addAll(List.of(part));
    return Programs.run(words);
  }
}
