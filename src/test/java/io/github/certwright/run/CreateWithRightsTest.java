package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.InstalledState;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.RunReport.ToolReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole job where a tool belongs to the administrator. */
@Timeout(60)
class CreateWithRightsTest {
  @TempDir private Path temp;
  private Scene scene;
  private AdminScene admin;

  @BeforeEach
  void setUp() throws Exception {
    scene = new Scene(temp.resolve("scene"));
    scene.disk = AdminScene.withoutRights(scene.tool);
    admin = new AdminScene(temp.resolve("admin"));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Finished run() {
    return new CreateJob(scene.bench(), Scene.quickTools())
        .askingAdmin(ElevatedInstall.here(admin.bench()))
        .run(scene.plan(), scene.answers(), scene.pins, Progress.none(), scene.cancellation);
  }

  private InstalledState installed(RunReport report) {
    return new CertsFolder(scene.tool)
        .state(Optional.of(report.certificate().orElseThrow().sha256()));
  }

  @Test
  void theToolIsSetUpLastAndItsKeyIsNotTakenAwayAfterwards() throws Exception {
    scene.upload = false;
    admin.pkexec("ls '" + scene.files + "' > '" + temp + "/there'; exec \"$@\"");

    try (Finished finished = run()) {
      RunReport report = finished.report();
      assertThat(report.state()).isEqualTo(State.DONE);
      assertThat(report.tools()).extracting(ToolReport::state).containsExactly("installed");
      assertThat(installed(report)).isInstanceOf(InstalledState.ThisCertificate.class);
      assertThat(temp.resolve("there")).content().contains("KeyStore.jks");
      assertThat(finished.undo())
          .extracting(Problem::key)
          .containsExactly("install.admin.problem.stays");
    }
    assertThat(scene.files.resolve("KeyStore.jks")).exists();
  }

  @Test
  void rightsAreAskedForOnlyWhenTheServerHasItsKeystore() throws Exception {
    admin.pkexec("exec \"$@\"");

    try (Finished finished = run()) {
      RunReport report = finished.report();
      assertThat(report.state()).isEqualTo(State.DONE);
      assertThat(report.verified()).isPresent();
      assertThat(installed(report)).isInstanceOf(InstalledState.ThisCertificate.class);
    }
  }

  @Test
  void withoutTheRightsEverythingElseIsDoneAndCanBeUndone() throws Exception {
    scene.upload = false;
    admin.pkexec("exit 126");
    Map<String, String> before = Snapshot.of(scene.everything);

    try (Finished finished = run()) {
      RunReport report = finished.report();
      assertThat(report.state()).isEqualTo(State.NEEDS_ADMIN);
      assertThat(report.problems())
          .extracting(Problem::key)
          .containsExactly("install.admin.problem.declined", "run.install.admin");
      assertThat(report.problems().getLast().args().get(1).toString())
          .contains(scene.files.resolve("cert.jks").toString());
      assertThat(finished.undo()).isEmpty();
    }
    assertThat(Snapshot.of(scene.everything)).isEqualTo(before);
  }

  @Test
  void cancellingAtTheQuestionTakesEverythingBack() throws Exception {
    scene.upload = false;
    Path asked = temp.resolve("asked");
    admin.pkexec("echo yes > '" + asked + "'; exec sleep 600");
    Map<String, String> before = Snapshot.of(scene.everything);
    Thread watcher =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!Files.exists(asked)) {
                    Thread.onSpinWait();
                  }
                  scene.cancellation.cancel();
                });

    try (Finished finished = run()) {
      assertThat(finished.report().state()).isEqualTo(State.CANCELLED);
    }
    watcher.join();
    assertThat(Snapshot.of(scene.everything)).isEqualTo(before);
  }
}
