package io.github.certwright.server;

import static io.github.certwright.server.Practice.LOGIN;
import static io.github.certwright.server.Practice.LOGOUT;
import static io.github.certwright.server.Practice.READ;
import static io.github.certwright.server.Practice.VERSION;
import static io.github.certwright.server.Practice.WHO;
import static io.github.certwright.server.Practice.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.UploadOutcome.NotSent;
import io.github.certwright.server.UploadOutcome.Refused;
import io.github.certwright.server.UploadOutcome.Unclear;
import io.github.certwright.server.UploadOutcome.Uploaded;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.testing.Pairs;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.FingerprintWatch;
import io.github.certwright.tls.FingerprintWatch.SeenOther;
import io.github.certwright.tls.PinnedContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
  private static final List<String> WHOLE = List.of(VERSION, LOGIN, WHO, READ, WRITE, READ, LOGOUT);

  private Practice practice;

  @BeforeEach
  void start() throws Exception {
    practice = new Practice();
  }

  @AfterEach
  void stop() {
    practice.close();
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS_400, server.upload.keystore-refused",
    "STATUS_401, server.signin.ended",
    "STATUS_403, server.permission.missing",
    "STATUS_404, server.tls.not-there",
    "STATUS_406, server.answer.not-acceptable",
    "STATUS_423, server.answer.locked",
    "REDIRECT_ELSEWHERE, server.answer.redirect",
    "REDIRECT_FOR_GOOD, server.answer.redirect",
    "STATUS_500, server.upload.not-taken",
    "HANG_UP, server.upload.not-taken",
    "CUT_OFF, server.upload.not-taken",
    "ENDLESS, server.upload.not-taken"
  })
  void badAnswerToTheChangeThatChangedNothingIsARefusal(Misbehaviour bad, String key) {
    practice.server.misbehave(bad, WRITE);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).problem().key()).isEqualTo(key);
    assertThat(practice.calls().stream().filter(WRITE::equals)).hasSize(1);
    assertThat(practice.calls()).endsWith(LOGOUT);
  }

  @Test
  void lostAnswerIsSettledByReadingBackAndNotBySendingAgain() {
    practice.server.misbehave(Misbehaviour.ANSWER_LOST, WRITE);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(Uploaded.class);
    assertThat(((Uploaded) outcome).answered()).isFalse();
    assertThat(practice.calls()).isEqualTo(WHOLE);
  }

  @Test
  void internalErrorAfterTheChangeWasMadeIsSettledByReadingBack() {
    practice.server.misbehave(Misbehaviour.APPLIED_THEN_500, WRITE);

    assertThat(practice.upload()).isInstanceOf(Uploaded.class);
  }

  @Test
  void sameNameAndPortAsBeforeWithAHiddenKeystoreStaysUnclearWhenTheAnswerIsLost() {
    practice.server.misbehave(Misbehaviour.KEYSTORE_HIDDEN);
    practice.upload();
    practice.server.misbehave(Misbehaviour.HANG_UP, WRITE);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(Unclear.class);
    assertThat(((Unclear) outcome).problem().key()).isEqualTo("server.upload.unclear");
    assertThat(((Unclear) outcome).cause().key()).isEqualTo("server.answer.cut-off");
  }

  @Test
  void slowAnswerToTheChangeStaysUnclear() {
    practice.limits = Practice.IMPATIENT_WITH_THE_CHANGE;
    practice.server.misbehave(Misbehaviour.SLOW, WRITE);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(Unclear.class);
    assertThat(((Unclear) outcome).cause().key()).isEqualTo("server.answer.slow");
  }

  @Test
  void yesThatIsNotReadBackIsNotASuccess() {
    practice.server.misbehave(Misbehaviour.YES_BUT_NOTHING, WRITE);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(Unclear.class);
    assertThat(((Unclear) outcome).problem().key()).isEqualTo("server.upload.readback-differs");
  }

  @Test
  void damagedKeystoreIsRefusedByTheServer() {
    UploadOutcome outcome =
        practice.upload(
            practice.request(new byte[] {1, 2, 3}, practice.tlsPort),
            practice.server.fingerprint());

    assertThat(((Refused) outcome).problem().key()).isEqualTo("server.upload.keystore-refused");
  }

  @Test
  void wrongKeystorePasswordIsRefusedByTheServer() {
    try (Secret other = Secret.ofText("not this one")) {
      UploadOutcome outcome =
          practice.upload(
              practice.request(Pairs.server(Practice.ISSUED, other), practice.tlsPort),
              practice.server.fingerprint());

      assertThat(((Refused) outcome).problem().key()).isEqualTo("server.upload.keystore-refused");
    }
  }

  @Test
  void portInUseIsRefusedByTheServer() {
    UploadOutcome outcome =
        practice.upload(
            practice.request(
                Pairs.server(Practice.ISSUED, practice.storePassword), practice.server.port()),
            practice.server.fingerprint());

    assertThat(((Refused) outcome).problem().key()).isEqualTo("server.upload.keystore-refused");
  }

  @Test
  void cancellingBeforeTheChangeSendsNothingAndSignsOut() {
    AtomicBoolean stop = new AtomicBoolean();
    UploadOutcome outcome =
        new TeamworkCloud(Practice.QUICK)
            .upload(
                practice.request(),
                PinnedContext.only(practice.server.fingerprint()),
                step -> stop.set(step == ServerStep.READ || stop.get()),
                stop::get);

    assertThat(((NotSent) outcome).problem().key()).isEqualTo("server.cancelled");
    assertThat(practice.calls()).doesNotContain(WRITE).endsWith(LOGOUT);
    assertThat(practice.server.openSessions()).isZero();
  }

  @Test
  void cancellingEndsAWaitAtOnce() {
    practice.server.misbehave(Misbehaviour.SLOW, VERSION);
    long start = System.nanoTime();
    practice.cancelled = () -> System.nanoTime() - start > 200_000_000;

    UploadOutcome outcome = practice.upload();

    assertThat(((NotSent) outcome).problem().key()).isEqualTo("server.cancelled");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void cancellingDuringTheChangeIsTooLateAndItIsSettled() {
    AtomicBoolean stop = new AtomicBoolean();

    UploadOutcome outcome =
        new TeamworkCloud(Practice.QUICK)
            .upload(
                practice.request(),
                PinnedContext.only(practice.server.fingerprint()),
                step -> stop.set(step == ServerStep.READ_BACK || stop.get()),
                stop::get);

    assertThat(outcome).isInstanceOf(Uploaded.class);
    assertThat(practice.calls()).isEqualTo(WHOLE);
  }

  @Test
  void keystoreThatCannotBeMadeIsNotSentAndSignsOut() {
    UploadRequest request =
        new UploadRequest(
            practice.server.url(),
            practice.signIn,
            () -> {
              throw new ProblemException(Problem.of("", "files.disk.problem.full"));
            },
            "KeyStore.jks",
            practice.storePassword,
            practice.tlsPort);

    UploadOutcome outcome = practice.upload(request, practice.server.fingerprint());

    assertThat(((NotSent) outcome).problem().key()).isEqualTo("files.disk.problem.full");
    assertThat(practice.calls()).containsExactly(VERSION, LOGIN, WHO, READ, LOGOUT);
  }

  @Test
  void failedSignOutIsAWarningAndNotAFailure() {
    practice.server.misbehave(Misbehaviour.STATUS_500, LOGOUT);

    Uploaded done = (Uploaded) practice.upload();

    assertThat(done.warnings())
        .singleElement()
        .matches(w -> w.key().equals("server.signout.failed"));
    assertThat(done.warnings().getFirst().stops()).isFalse();
  }

  @Test
  void restartNeededShowsAsNothingOnTheTlsPort() {
    practice.server.misbehave(Misbehaviour.RESTART_NEEDED, WRITE);

    assertThat(practice.upload()).isInstanceOf(Uploaded.class);
    assertThat(watch(Pairs.fingerprint(Practice.ISSUED), Duration.ofMillis(100)))
        .isInstanceOfSatisfying(
            FingerprintWatch.Nothing.class,
            nothing -> assertThat(nothing.problem().key()).isEqualTo("tls.connect.refused"));
  }

  @Test
  void otherCertificateOnTheTlsPortIsSeen() {
    practice.server.misbehave(Misbehaviour.OTHER_CERTIFICATE, WRITE);
    practice.upload();

    assertThat(watch(Pairs.fingerprint(Practice.ISSUED), Duration.ofMillis(100)))
        .isInstanceOf(SeenOther.class);
  }

  private FingerprintWatch.Result watch(Fingerprint expected, Duration limit) {
    return new FingerprintWatch()
        .until("127.0.0.1", practice.tlsPort, expected, limit, done -> {}, () -> false);
  }
}
