package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Progress.StepReport;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CreateJobTest {
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

  private RunReport run() {
    try (Finished finished = scene.run(Progress.none())) {
      return finished.report();
    }
  }

  private Map<String, String> everything() throws IOException {
    return Snapshot.of(scene.everything);
  }

  @Test
  void endsWithAServerThatAnswersOverTlsAndAToolThatTrustsIt() throws Exception {
    RunReport report = run();

    assertThat(report.problems()).isEmpty();
    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(report.steps()).allMatch(step -> step.state() == Progress.State.DONE);
    assertThat(report.verified()).contains(report.certificate().orElseThrow().sha256());
    assertThat(report.tools()).extracting(RunReport.ToolReport::state).containsExactly("installed");
    assertThat(
            Programs.run(
                    List.of(
                        "openssl",
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + scene.tlsPort,
                        "-verify_return_error",
                        "-CAfile",
                        pem(scene.files.resolve("certificate.cer")),
                        "-verify_hostname",
                        "localhost"))
                .output())
        .contains("Verify return code: 0 (ok)");
    assertThat(scene.server.openSessions()).isZero();
  }

  private String pem(Path der) {
    Path pem = root.resolve("home").resolve("certificate.pem");
    Programs.run(
        List.of(
            "openssl", "x509", "-inform", "DER", "-in", der.toString(), "-out", pem.toString()));
    return pem.toString();
  }

  @Test
  void secretFilesAreTheirOwnersAloneAndClientFilesCanBeRead() throws IOException {
    run();
    for (String name : List.of("KeyStore.jks", "KeyStore.pass")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(scene.files.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.files)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(scene.tool.resolve("certs/cert.jks"))))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void theReportTellsEverythingButNoSecret() throws IOException {
    RunReport report = run();
    String page = Files.readString(scene.files.resolve("report.html"), StandardCharsets.UTF_8);
    assertThat(page)
        .contains(report.certificate().orElseThrow().sha256().withColons())
        .doesNotContain("Server-horse9", "Client-horse9", "let me in");
    assertThat(report).asString().doesNotContain("horse9", "let me in");
  }

  static List<String> stepsBeforeTheKeystoreIsSent() {
    return List.of(
        "sign-in",
        "key",
        "certificate",
        "write.server-keystore",
        "write.server-password",
        "write.certificate",
        "write.client-store",
        "write.client-password",
        "write.client-kit",
        "install.1",
        "upload");
  }

  @ParameterizedTest
  @MethodSource("stepsBeforeTheKeystoreIsSent")
  void cancellingAtAnyStepBeforeTheKeystoreIsSentLeavesEverythingByteForByte(String at)
      throws IOException {
    scene.olderFilesAreThere();
    Map<String, String> before = everything();

    try (Finished finished = scene.run(cancelAt(at))) {
      RunReport report = finished.report();
      assertThat(report.state()).isEqualTo(State.CANCELLED);
      assertThat(report.files()).isEmpty();
      assertThat(report.problems()).extracting(Problem::key).containsExactly("run.cancelled");
    }

    assertThat(everything()).isEqualTo(before);
    assertThat(scene.server.openSessions()).isZero();
    assertThat(scene.server.requests()).noneMatch(request -> request.method().equals("PUT"));
  }

  private Progress cancelAt(String step) {
    return new Listening() {
      @Override
      public void step(StepReport report) {
        if (report.step().id().equals(step) && report.state() == Progress.State.RUNNING) {
          scene.cancellation.cancel();
        }
      }
    };
  }

  @Test
  void cancellingAfterTheKeystoreWasSentKeepsItsFiles() {
    try (Finished finished = scene.run(cancelAt("verify"))) {
      assertThat(finished.report().uploaded()).isTrue();
      assertThat(scene.files.resolve("KeyStore.jks")).exists();
      assertThat(finished.report().state()).isEqualTo(State.PARTLY);
      assertThat(finished.mayUndo()).isFalse();
      assertThat(finished.undo()).extracting(Problem::key).containsExactly("run.undo.problem.sent");
      assertThat(scene.files.resolve("KeyStore.jks")).exists();
    }
  }

  @Test
  void replacedFilesLiveOnAsBackupsAndUndoBringsThemBack() throws IOException {
    scene.upload = false;
    scene.olderFilesAreThere();
    Map<String, String> before = everything();

    try (Finished finished = scene.run(Progress.none())) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
      try (var names = Files.list(scene.files)) {
        assertThat(names.map(path -> path.getFileName().toString()))
            .anyMatch(name -> name.startsWith("KeyStore.jks.backup-"));
      }
      assertThat(Files.readString(scene.tool.resolve("certs/other.txt"))).isEqualTo("not ours");
      assertThat(finished.undo()).isEmpty();
    }

    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "Reviewer, , server.permission.missing",
    "Nobody, , server.signin.wrong",
    "Administrator, HTML, server.answer.not-teamwork-cloud",
    "Administrator, STATUS_404, server.",
    "Administrator, STATUS_500, server.answer.error",
    "Administrator, EMPTY, server.answer.empty"
  })
  void aServerThatDoesNotLetUsInLeavesNothingWritten(
      String user, Misbehaviour misbehaviour, String key) throws IOException {
    Map<String, String> before = everything();
    scene.user = user;
    if (misbehaviour != null) {
      scene.server.misbehave(misbehaviour);
    }

    RunReport report = run();

    assertThat(report.state()).isEqualTo(State.REFUSED);
    assertThat(report.problems()).hasSize(1);
    assertThat(report.problems().getFirst().key()).startsWith(key);
    assertThat(everything()).isEqualTo(before);
    assertThat(scene.server.openSessions()).isZero();
  }

  @Test
  void aServerThatIsDownLeavesNothingWritten() throws IOException {
    Map<String, String> before = everything();
    scene.server.close();

    RunReport report = run();

    assertThat(report.state()).isEqualTo(State.REFUSED);
    assertThat(report.problems()).extracting(Problem::key).containsExactly("tls.connect.refused");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void anUnknownServerCertificateIsAskedAboutAndNothingIsSent() throws IOException {
    Map<String, String> before = everything();
    scene.server.swapCertificate();

    RunReport report = run();

    assertThat(report.state()).isEqualTo(State.NOT_TRUSTED);
    assertThat(report.problems()).extracting(Problem::key).containsExactly("run.trust.changed");
    assertThat(scene.server.requests()).isEmpty();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aRefusedKeystoreDoesNotSpoilTheCreatedPair() {
    scene.server.misbehave(Misbehaviour.STATUS_500, "PUT /osmc/admin/tls");

    RunReport report = run();

    assertThat(report.state()).isEqualTo(State.PARTLY);
    assertThat(report.uploaded()).isFalse();
    assertThat(report.files())
        .extracting(RunReport.WrittenFile::role)
        .contains(FileRole.SERVER_KEYSTORE);
    assertThat(scene.files.resolve("KeyStore.jks")).exists();
    assertThat(scene.server.openSessions()).isZero();
  }

  @Test
  void aFileThatAppearsAfterPlanningIsNotOverwritten() throws IOException {
    scene.upload = false;
    Plan plan = scene.plan();
    Files.createDirectories(scene.files);
    Files.writeString(scene.files.resolve("KeyStore.jks"), "somebody else's");
    Map<String, String> before = everything();

    try (Finished finished =
        new CreateJob(scene.bench(), Scene.quickTools())
            .run(plan, scene.answers(), scene.pins, Progress.none(), scene.cancellation)) {
      assertThat(finished.report().state()).isEqualTo(State.FAILED);
      assertThat(finished.report().problems())
          .extracting(Problem::key)
          .containsExactly("run.file.problem.appeared");
    }
    assertThat(everything()).isEqualTo(before);
  }

  /** Hears everything and does nothing. */
  abstract static class Listening implements Progress {
    @Override
    public void planned(List<Plan.Step> steps) {}

    @Override
    public void fraction(String stepId, double fraction) {}
  }
}
