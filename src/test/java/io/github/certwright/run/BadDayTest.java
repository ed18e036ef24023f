package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.files.Disk;
import io.github.certwright.files.FaultyDisk;
import io.github.certwright.files.Recovery;
import io.github.certwright.files.Snapshot;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Progress.StepReport;
import io.github.certwright.run.RunReport.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void aListenerThatFailsWhileHearingOfAFailureKeepsNothingFromBeingTakenBack() {
    scene.upload = false;
    Path inTheWay = scene.files.resolve("certificate.cer");
    Progress failing =
        new CreateJobTest.Listening() {
          @Override
          public void step(StepReport report) {
            boolean here = report.step().id().equals("write.certificate");
            if (here && report.state() == Progress.State.RUNNING) {
              overwrite(inTheWay, "somebody else's");
            } else if (report.state() == Progress.State.FAILED) {
              throw new IllegalStateException("The window is gone.");
            }
          }
        };

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> scene.run(failing));

    assertThat(inTheWay).hasContent("somebody else's");
    assertThat(scene.files.resolve("KeyStore.jks")).doesNotExist();
  }

  @Test
  void whatCouldNotBeTakenBackIsToldFileByFile() {
    Path installed = scene.tool.resolve("certs/cert.jks");
    Progress meddling =
        when(
            "upload",
            _ -> {
              overwrite(installed, "somebody else's by now");
              scene.cancellation.cancel();
            });

    RunReport report;
    try (Finished finished = scene.run(meddling)) {
      report = finished.report();
    }

    assertThat(report.state()).isEqualTo(State.PARTLY);
    assertThat(report.problems())
        .extracting(Problem::key)
        .containsExactly("run.cancelled", "files.problem.changed-since");
    assertThat(scene.files).doesNotExist();
    assertThat(report.files()).isEmpty();
    assertThat(report.tools()).extracting(RunReport.ToolReport::state).containsExactly("installed");
    assertThat(report.steps())
        .filteredOn(step -> step.state() == Progress.State.DONE)
        .extracting(step -> step.step().id())
        .containsExactly("install.1");
  }

  private static void overwrite(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aToolThatTrustsTheNewCertificateNeverOutlivesItsKey() throws IOException {
    scene.upload = false;
    FaultyDisk counting = FaultyDisk.counting();
    scene.disk = counting.disk();
    scene.run(Progress.none()).close();
    List<String> operations = counting.operations();

    for (int at = 0; at < operations.size(); at++) {
      if (operations.get(at).equals("force")) {
        crashAt(at, operations.get(at));
      }
    }
  }

  private void crashAt(int operation, String name) throws IOException {
    try (Scene other = new Scene(root.resolve("crash-" + operation))) {
      other.upload = false;
      other.disk = FaultyDisk.crashingAt(operation, true).disk();
      assertThatExceptionOfType(FaultyDisk.Crash.class)
          .isThrownBy(() -> other.run(Progress.none()));
      Recovery.recover(Disk.real(), other.bench().journals());
      assertThat(Files.exists(other.files.resolve("KeyStore.jks")))
          .as("the key, after the end at operation %s (%s)", operation, name)
          .isEqualTo(
              Files.exists(other.tool.resolve("certs/cert.jks"))
                  || Files.exists(other.files.resolve("KeyStore.jks")));
    }
  }
}
