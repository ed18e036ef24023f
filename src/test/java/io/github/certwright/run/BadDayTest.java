package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.files.Snapshot;
import io.github.certwright.run.Progress.StepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody planned for: bugs, kills, and people who touch the files meanwhile. */
class BadDayTest {
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

  private static Progress when(String step, Consumer<StepReport> act) {
    return new CreateJobTest.Listening() {
      @Override
      public void step(StepReport report) {
        if (report.step().id().equals(step) && report.state() == Progress.State.RUNNING) {
          act.accept(report);
        }
      }
    };
  }

  private static Progress failingAt(String step) {
    return when(
        step,
        _ -> {
          throw new IllegalStateException("unforeseen");
        });
  }

  @Test
  void somethingUnforeseenAfterTheKeystoreWasSentDoesNotTakeItAway() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> scene.run(failingAt("verify")));

    assertThat(scene.server.requests()).anyMatch(request -> request.method().equals("PUT"));
    assertThat(scene.files.resolve("KeyStore.jks")).exists();
    assertThat(scene.files.resolve("KeyStore.pass")).exists();
    assertThat(scene.server.openSessions()).isZero();
  }

  @Test
  void somethingUnforeseenBeforeTheKeystoreIsSentTakesEverythingBack() {
    Map<String, String> before = Snapshot.of(scene.everything);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> scene.run(failingAt("install.1")));

    assertThat(Snapshot.of(scene.everything)).isEqualTo(before);
    assertThat(scene.server.openSessions()).isZero();
  }
}
