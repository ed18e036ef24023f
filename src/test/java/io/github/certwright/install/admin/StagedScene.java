package io.github.certwright.install.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.files.Snapshot;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.InstalledState;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.SamplePair;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A pair staged for one tool, and the run with an administrator's rights. */
abstract class StagedScene {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  static final SamplePair OLDER = SamplePair.make("old.example.com", "old password");
  static final SamplePair NEWER = SamplePair.make("new.example.com", "new password");

  @TempDir Path temp;
  Path tool;
  Path journals;
  StagingFolder staging;

  @BeforeEach
  void stage() throws Exception {
    tool = tool("Größe 工具 'x'");
    journals = temp.resolve("state").resolve("journals");
    staging = stage(tool);
  }

  @AfterEach
  void clean() {
    staging.close();
  }

  Path tool(String name) throws Exception {
    Path folder = temp.resolve("opt").resolve(name);
    for (String part : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(folder.resolve("bin/csm.properties"), "JAVA_HOME=\n");
    return folder;
  }

  static ClientPair pair(SamplePair sample) {
    return new ClientPair(
        sample.store(), sample.password(), sample.fingerprint(), sample.notAfter());
  }

  static StagingFolder stage(Path... tools) throws Exception {
    try (ClientPair pair = pair(NEWER)) {
      return StagingFolder.make(Disk.real(), pair, List.of(tools));
    }
  }

  AdminCopy copy() {
    return new AdminCopy(
        Disk.real(),
        journals,
        CLOCK,
        new Machine(OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), temp));
  }

  List<CopyResult> run() throws ProblemException {
    return copy().run(staging.path(), staging.digest());
  }

  void refusedWhole(String digest, String key) throws Exception {
    Map<String, String> before = Snapshot.of(temp);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> copy().run(staging.path(), digest))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo(key));
    assertThat(Snapshot.of(temp)).isEqualTo(before);
  }

  void refusedFor(Path folder, String key) throws Exception {
    staging.close();
    staging = stage(folder);
    Map<String, String> before = Snapshot.of(temp.resolve("opt"));

    assertThat(run())
        .extracting(CopyResult::problem)
        .extracting(problem -> problem.map(Problem::key).orElse("installed"))
        .containsExactly(key);
    assertThat(Snapshot.of(temp.resolve("opt"))).isEqualTo(before);
  }

  static InstalledState state(Path folder) {
    return new CertsFolder(folder).state(Optional.of(NEWER.fingerprint()));
  }
}
