package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Snapshot;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.testing.SamplePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undoing, another day, what was copied into a tool with an administrator's rights. */
class UndoWithRightsTest {
  @TempDir private Path temp;

  private Scene scene;
  private Map<String, String> before;

  @BeforeEach
  void aToolOfTheAdministratorWithAnOlderPair() throws Exception {
    scene = new Scene(temp.resolve("scene"));
    scene.upload = false;
    SamplePair older = SamplePair.make("old.example.com", "Older-horse9");
    Path certs = Files.createDirectory(scene.tool.resolve("certs"));
    Files.write(certs.resolve("cert.jks"), older.store());
    Files.write(certs.resolve("cert.pass"), older.password());
    before = Snapshot.of(scene.everything);
    scene.disk = AdminScene.withoutRights(scene.tool);
    AdminScene admin = new AdminScene(temp.resolve("admin"));
    admin.pkexec("exec \"$@\"");
    try (Finished finished =
        new CreateJob(scene.bench(), Scene.quickTools())
            .askingAdmin(ElevatedInstall.here(admin.bench()))
            .run(scene.plan(), scene.answers(), scene.pins, Progress.none(), scene.cancellation)) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
    }
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private RunReport undo() throws Exception {
    UndoJob job = new UndoJob(scene.bench());
    PastRun run = job.last().orElseThrow();
    assertThat(run.tools()).containsExactly(scene.tool);
    return job.run(job.plan(run), Progress.none());
  }

  @Test
  void somebodyWhoMayWriteThereTakesItBackByteForByte() throws Exception {
    scene.disk = Disk.real();

    RunReport report = undo();

    assertThat(report.problems()).isEmpty();
    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(Snapshot.of(scene.everything)).isEqualTo(before);
  }

  @Test
  void whereTheToolKeepsItsCertificateTheServersKeyStaysToo() throws Exception {
    scene.disk = Disk.real();
    Files.writeString(scene.tool.resolve("certs/cert.pass"), "changed by the administrator");
    Map<String, String> now = files();

    RunReport report = undo();

    assertThat(report.problems())
        .extracting(Problem::key)
        .contains("run.undo.problem.key-needed", "run.undo.problem.changed");
    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(files()).isEqualTo(now);
    assertThat(new UndoJob(scene.bench()).last()).isPresent();
  }

  private Map<String, String> files() throws IOException {
    return Snapshot.of(scene.everything);
  }
}
