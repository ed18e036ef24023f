package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.FaultyDisk;
import io.github.certwright.files.Snapshot;
import io.github.certwright.run.RunReport.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir private Path root;

  private Scene scene;

  @BeforeEach
  void setUp() throws IOException {
    scene = new Scene(root);
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  @Test
  void aDiskThatFillsUpLeavesAllOrNothing() throws IOException {
    assertThat(fillUp(9)).isGreaterThan(5);
  }

  @Test
  @Tag("thorough")
  void aDiskThatFillsUpAtAnyMomentAtAllLeavesAllOrNothing() throws IOException {
    assertThat(fillUp(1)).isGreaterThan(50);
  }

  /**
   * Fails every so many-th disk operation of a run, one in each run, and counts the runs that
   * failed.
   */
  private int fillUp(int stride) throws IOException {
    scene.upload = false;
    scene.olderFilesAreThere();
    Map<String, String> before = Snapshot.of(scene.everything);
    FaultyDisk counting = FaultyDisk.counting();
    scene.disk = counting.disk();
    List<String> operations;
    try (Finished finished = scene.run(Progress.none())) {
      operations = counting.operations();
      assertThat(finished.undo()).isEmpty();
    }
    assertThat(Snapshot.of(scene.everything)).isEqualTo(before);

    int failed = 0;
    for (int at = 0; at < operations.size(); at += stride) {
      scene.disk =
          FaultyDisk.failingAt(Set.of(at), false, () -> new IOException("No space left on device"))
              .disk();
      try (Finished finished = scene.run(Progress.none())) {
        RunReport report = finished.report();
        if (report.state() == State.FAILED) {
          failed++;
          assertThat(report.problems()).as("at %s", at).hasSize(1);
        } else if (!finished.undo().isEmpty()) {
          // The one failure met the undoing itself, which can be tried again.
          assertThat(finished.undo()).as("at %s", at).isEmpty();
        }
      }
      assertThat(Snapshot.of(scene.everything))
          .as("operation %s: %s", at, operations.get(at))
          .isEqualTo(before);
    }
    return failed;
  }
}
