package io.github.certwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens the window and what is a command. */
class MainTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"client-kit.zip", "twcloud.certkit", "Kit für Anna.CERTKIT"})
  void aDoubleClickOnAKitOpensTheWindowWithIt(String name) throws Exception {
    Path kit = Files.writeString(folder.resolve(name), "");
    assertThat(Main.kit(kit.toString())).contains(kit);
  }

  @Test
  void everythingElseIsForTheCommandLine() throws Exception {
    Path kit = Files.writeString(folder.resolve("client-kit.zip"), "");
    assertThat(Main.kit()).isEmpty();
    assertThat(Main.kit("tools")).isEmpty();
    assertThat(Main.kit("install", "--kit", kit.toString())).isEmpty();
    assertThat(Main.kit(folder.resolve("missing.zip").toString())).isEmpty();
    assertThat(Main.kit(folder.toString())).isEmpty();
    assertThat(Main.kit("\0.zip")).isEmpty();
  }
}
