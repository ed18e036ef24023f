package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.testing.Markers;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.tls.Pins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadJobTest {
  private static final SamplePair PAIR = SamplePair.make("127.0.0.1", "Server-horse9");

  @TempDir private Path root;

  private Scene scene;
  private Path keystore;

  @BeforeEach
  void setUp() throws IOException {
    scene = new Scene(root);
    keystore = root.resolve("KeyStore.jks");
    Files.write(keystore, PAIR.serverStore());
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  private RunReport run(Pins pins, Progress progress) throws ProblemException {
    try (Secret password = Secret.ofText("Server-horse9");
        Secret user = Secret.ofText("let me in")) {
      return new UploadJob(scene.bench(), Scene.quickTools())
          .run(
              new PlannedUpload(scene.server.url(), scene.user, scene.tlsPort),
              UploadJob.open(keystore, password),
              password,
              new UploadAnswer.UserPassword(scene.user, user),
              pins,
              progress,
              scene.cancellation);
    }
  }

  private RunReport run() throws ProblemException {
    return run(scene.pins, Progress.none());
  }

  @Test
  void endsWithTheKeystoresOwnCertificateSeenOnTheTlsPort() throws ProblemException {
    RunReport report = run();

    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(report.uploaded()).isTrue();
    assertThat(report.verified()).contains(PAIR.fingerprint());
    assertThat(scene.server.openSessions()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS_500, PUT /osmc/admin/tls, FAILED",
    "STATUS_423, PUT /osmc/admin/tls, FAILED",
    "ANSWER_LOST, PUT /osmc/admin/tls, DONE",
    "RESTART_NEEDED, *, PARTLY",
    "OTHER_CERTIFICATE, *, PARTLY",
    "YES_BUT_NOTHING, *, PARTLY",
    "HTML, *, REFUSED",
    "STATUS_404, *, REFUSED"
  })
  void aServerThatMisbehavesEndsInAStateOfItsOwn(
      Misbehaviour misbehaviour, String call, State state) throws ProblemException {
    if (call.equals("*")) {
      scene.server.misbehave(misbehaviour);
    } else {
      scene.server.misbehave(misbehaviour, call);
    }

    RunReport report = run();

    assertThat(report.state()).as("%s", report.problems()).isEqualTo(state);
    assertThat(report.problems().isEmpty()).isEqualTo(state == State.DONE);
    assertThat(scene.server.openSessions()).isZero();
  }

  @Test
  void nothingIsSentToAServerNobodyHasConfirmed() throws ProblemException {
    RunReport report = run(Pins.inMemory(), Progress.none());

    assertThat(report.state()).isEqualTo(State.NOT_TRUSTED);
    assertThat(report.problems()).extracting(Problem::key).containsExactly("run.trust.ask");
    assertThat(scene.server.requests()).isEmpty();
  }

  @Test
  void aCancelledSignInSendsNoKeystore() throws ProblemException {
    RunReport report =
        run(
            scene.pins,
            new CreateJobTest.Listening() {
              @Override
              public void step(StepReport step) {
                scene.cancellation.cancel();
              }
            });

    assertThat(report.state()).isEqualTo(State.CANCELLED);
    assertThat(scene.server.requests()).noneMatch(request -> request.method().equals("PUT"));
    assertThat(scene.server.openSessions()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "RESTART_NEEDED, run.verify.nothing",
    "OTHER_CERTIFICATE, run.verify.other",
    "NONE, none"
  })
  void whatTheTlsPortShowsIsToldApart(String misbehaviour, String key) throws ProblemException {
    if (!misbehaviour.equals("NONE")) {
      scene.server.misbehave(Misbehaviour.valueOf(misbehaviour), "PUT /osmc/admin/tls");
    }

    RunReport report = run();

    assertThat(report.uploaded()).isTrue();
    assertThat(report.problems().stream().map(Problem::key).findFirst().orElse("none"))
        .isEqualTo(key);
  }

  @Test
  void aPortThatStillShowsItsOldCertificateNeedsARestart() throws Exception {
    run();
    SamplePair newer = SamplePair.make("127.0.0.1", "Server-horse9");
    Files.write(keystore, newer.serverStore());
    scene.server.misbehave(Misbehaviour.RESTART_NEEDED, "PUT /osmc/admin/tls");

    RunReport report = run();

    assertThat(report.state()).isEqualTo(State.PARTLY);
    assertThat(report.uploaded()).isTrue();
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("run.verify.still-old");
              assertThat(problem.args()).contains(PAIR.fingerprint().withColons());
            });
  }

  @Test
  void theDifferenceIsHeardBeforeTheKeystoreIsSent() throws ProblemException {
    run();
    List<String> heard = new ArrayList<>();
    int before = scene.server.requests().size();

    run(
        scene.pins,
        new CreateJobTest.Listening() {
          @Override
          public void step(StepReport step) {}

          @Override
          public void found(SettingsChange change) {
            change.lines().forEach(line -> heard.add(line.key()));
            heard.add(
                ""
                    + scene
                        .server
                        .requests()
                        .subList(before, scene.server.requests().size())
                        .size());
          }
        });

    assertThat(heard)
        .containsExactly(
            "run.change.enabled.stays",
            "run.change.port.stays",
            "run.change.keystore.replaced",
            "4");
  }

  @Test
  void whereAKeystoreWasSentIsRecalledFromItsJobWithoutASecret() throws Exception {
    scene.server.misbehave(Misbehaviour.STATUS_423, "PUT /osmc/admin/tls");
    try (Finished _ = scene.run(Progress.none())) {
      SendOrder order = SendOrder.recall(scene.bench(), scene.files, "localhost");

      assertThat(order)
          .isEqualTo(
              new SendOrder(
                  scene.files.resolve("KeyStore.jks"),
                  scene.server.url().toString(),
                  "Administrator",
                  scene.tlsPort,
                  true));
      assertThat(new Markers().word("let me in").word("Server-horse9").below(scene.home)).isEmpty();
    }
  }

  @Test
  void aJobThatSentNothingIsSentToTheUsualPlaces() {
    SendOrder order = SendOrder.recall(scene.bench(), root.resolve("other"), "2001:db8::7");

    assertThat(order.url()).isEqualTo("https://[2001:db8::7]:8111");
    assertThat(order.tlsPort()).isEqualTo(10002);
    assertThat(order.user()).isEmpty();
    assertThat(order.passwordKept()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "wrong password, keystore.read.problem.wrongPassword",
    "client store, run.upload.problem.noKey",
    "no keystore, keystore.read.problem.notAKeystore",
    "missing, run.source.problem.missing",
    "folder, run.source.problem.not-a-file"
  })
  void aFileThatCannotBeSentIsNoticedBeforeAnythingElse(String what, String key)
      throws IOException {
    switch (what) {
      case "client store" -> Files.write(keystore, PAIR.store());
      case "no keystore" -> Files.writeString(keystore, "hello");
      case "missing" -> Files.delete(keystore);
      case "folder" -> {
        Files.delete(keystore);
        Files.createDirectory(keystore);
      }
      default -> {}
    }
    String word = what.equals("wrong password") ? "something else" : "Server-horse9";
    try (Secret password = Secret.ofText(word)) {
      assertThatThrownBy(() -> UploadJob.open(keystore, password))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
    }
  }
}
