package io.github.certwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Disk;
import io.github.certwright.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A settings file that cannot be understood. */
final class DamagedSettingsTest {
  @TempDir Path home;

  private Settings open() {
    return Settings.open(
        new FileSettingsStore(
            Disk.real(), home.resolve("config"), home.resolve("journals"), Clock.systemUTC()));
  }

  private Path file() {
    return home.resolve("config").resolve("settings.json");
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{\"preferences\":7}",
        "{\"preferences\":{\"textPercent\":\"big\"}}",
        "{\"history\":[{\"created\":\"yesterday\"}]}",
        "{\"history\":[3]}",
        "{\"waiting\":[{\"made\":\"yesterday\"}]}",
        "{\"pins\":{\"a\":\"b\"",
      })
  void aDamagedFileMeansDefaultsAndANotice(String content) throws Exception {
    write(content);
    Settings settings = open();
    assertThat(settings.current()).isEqualTo(SettingsData.defaults());
    assertThat(settings.notices())
        .extracting(Problem::key)
        .containsExactly("settings.file.damaged");
  }

  @Test
  void aDamagedFileIsKeptBesideTheNewOneForItsOwnerAloneAndSaidOnce() throws Exception {
    write("{\"pins\":{\"a\":\"b\"");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    Settings settings = open();
    assertThat(settings.keptDamaged()).isEmpty();

    settings.update(data -> data.withPin("h:8111", "cd"));
    settings.update(data -> data.withPin("i:8111", "ef"));

    Path kept = file().resolveSibling("settings.json.damaged");
    assertThat(kept).content().isEqualTo("{\"pins\":{\"a\":\"b\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    try (Stream<Path> all = Files.list(file().getParent())) {
      assertThat(all).containsExactlyInAnyOrder(file(), kept);
    }
    assertThat(settings.keptDamaged())
        .hasValueSatisfying(
            said -> {
              assertThat(said.key()).isEqualTo("settings.file.kept");
              assertThat(said.args()).containsExactly(kept);
            });
    assertThat(settings.keptDamaged()).isEmpty();
    assertThat(open().notices()).isEmpty();
    assertThat(open().current().pins()).containsOnlyKeys("h:8111", "i:8111");
  }
}
