package io.github.certwright.server;

import static io.github.certwright.server.Practice.LOGIN;
import static io.github.certwright.server.Practice.LOGOUT;
import static io.github.certwright.server.Practice.READ;
import static io.github.certwright.server.Practice.VERSION;
import static io.github.certwright.server.Practice.WHO;
import static io.github.certwright.server.Practice.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.UploadOutcome.NotSent;
import io.github.certwright.server.UploadOutcome.Refused;
import io.github.certwright.server.UploadOutcome.Unclear;
import io.github.certwright.server.UploadOutcome.Uploaded;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeRequest;
import io.github.certwright.testing.Pairs;
import io.github.certwright.testing.Programs;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.FingerprintWatch;
import io.github.certwright.tls.FingerprintWatch.SeenExpected;
import io.github.certwright.tls.FingerprintWatch.SeenOther;
import io.github.certwright.tls.PinnedContext;
import io.github.certwright.tls.TrustHandshake;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UploadTest {
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

  @Test
  void wholeUploadMakesExactlyTheSevenCallsAndLeavesNoSession() {
    UploadOutcome outcome = practice.upload();

    assertThat(practice.calls()).isEqualTo(WHOLE);
    assertThat(practice.server.openSessions()).isZero();
    assertThat(outcome).isInstanceOf(Uploaded.class);
    Uploaded done = (Uploaded) outcome;
    assertThat(done.user()).isEqualTo("Administrator");
    assertThat(done.version()).startsWith("2024x");
    assertThat(done.before()).isEqualTo(new TlsSettings(false, 10002, "", Optional.empty()));
    assertThat(done.now().enabled()).isTrue();
    assertThat(done.now().port()).isEqualTo(practice.tlsPort);
    assertThat(done.now().keystoreName()).isEqualTo("KeyStore.jks");
    assertThat(done.answered()).isTrue();
    assertThat(done.warnings()).isEmpty();
    assertThat(practice.server.requests().getFirst().authorized()).isFalse();
    assertThat(practice.server.requests().stream().skip(1).map(PracticeRequest::authorized))
        .containsOnly(true);
  }

  @Test
  void afterTheUploadTheTlsPortIsTrustedByTheClientStoreAlone() throws Exception {
    practice.upload();
    try (Secret password = Secret.ofText("client store")) {
      KeyStore trust = KeystoreReader.open(Pairs.client(Practice.ISSUED, password), password);

      TrustHandshake.Verified verified =
          new TrustHandshake().shake("localhost", practice.tlsPort, trust, () -> false);

      assertThat(verified.fingerprint()).isEqualTo(Pairs.fingerprint(Practice.ISSUED));
      assertThat(verified.protocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void openSslSeesTheUploadedCertificate() {
    practice.upload();

    Programs.Ran ran =
        Programs.run(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + practice.tlsPort));

    assertThat(ran.output()).contains("-----BEGIN CERTIFICATE-----").contains("CN = localhost");
  }

  @Test
  void secondUploadReplacesTheFirst() throws Exception {
    practice.upload();
    var other = Pairs.make("localhost");

    UploadOutcome again =
        practice.upload(
            practice.request(Pairs.server(other, practice.storePassword), practice.tlsPort),
            practice.server.fingerprint());

    assertThat(again).isInstanceOf(Uploaded.class);

    assertThat(watch(Pairs.fingerprint(other), Duration.ofSeconds(5)))
        .isInstanceOf(SeenExpected.class);
  }

  @Test
  void tokenGoesWithEachRequestAndNeedsNeitherLoginNorLogout() {
    UploadOutcome outcome = practice.withToken().upload();

    assertThat(outcome).isInstanceOf(Uploaded.class);
    assertThat(((Uploaded) outcome).user()).isEqualTo("Administrator");
    assertThat(practice.calls()).containsExactly(VERSION, WHO, READ, WRITE, READ);
  }

  @Test
  void progressNamesEveryCallInOrder() {
    List<ServerStep> seen = new ArrayList<>();

    new TeamworkCloud()
        .upload(
            practice.request(),
            PinnedContext.only(practice.server.fingerprint()),
            seen::add,
            () -> false);

    assertThat(seen).containsExactly(ServerStep.values());
    assertThat(seen.stream().mapToDouble(ServerStep::fraction)).isSorted().startsWith(0.0);
  }

  @Test
  void certificateSwappedBeforeTheUploadGetsNotOneByte() {
    Fingerprint agreed = practice.server.fingerprint();
    practice.server.swapCertificate();

    UploadOutcome outcome = practice.upload(practice.request(), agreed);

    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(((NotSent) outcome).problem().key()).isEqualTo("tls.trust.other-certificate");
    assertThat(((NotSent) outcome).problem().field()).isEqualTo("where.fingerprint");
    assertThat(((NotSent) outcome).problem().args())
        .contains(agreed.withColons(), practice.server.fingerprint().withColons());
    assertThat(practice.server.requests()).isEmpty();
  }

  @Test
  void certificateSwappedInTheMiddleOfTheUploadGetsNoCredentials() {
    practice.server.misbehave(Misbehaviour.CERTIFICATE_SWAPPED, VERSION);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(practice.server.requests()).noneMatch(PracticeRequest::authorized);
  }

  @ParameterizedTest
  @CsvSource({
    "SLOW, server.answer.slow",
    "DRIPPING, server.answer.slow",
    "HANG_UP, server.answer.cut-off",
    "STATUS_400, server.answer.refused",
    "STATUS_401, server.signin.ended",
    "STATUS_403, server.permission.missing",
    "STATUS_404, server.tls.not-there",
    "STATUS_406, server.answer.not-acceptable",
    "STATUS_407, server.answer.proxy",
    "STATUS_423, server.answer.locked",
    "STATUS_500, server.answer.error",
    "STATUS_503, server.answer.error",
    "HTML, server.answer.not-teamwork-cloud",
    "EMPTY, server.answer.empty",
    "OTHER_JSON, server.answer.not-teamwork-cloud",
    "CUT_OFF, server.answer.cut-off",
    "HALF_JSON, server.answer.cut-off",
    "ENDLESS, server.answer.endless",
    "REDIRECT_ELSEWHERE, server.answer.redirect",
    "REDIRECT_HTTP, server.answer.redirect-http",
    "REDIRECT_NOWHERE, server.answer.not-teamwork-cloud"
  })
  void badAnswerToReadingTheSettingsIsNamedAndNothingIsSent(Misbehaviour bad, String key) {
    practice.limits = impatientWhen(bad);
    practice.server.misbehave(bad, READ);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(((NotSent) outcome).problem().key()).isEqualTo(key);
    assertThat(practice.calls()).doesNotContain(WRITE).endsWith(LOGOUT);
    assertThat(practice.server.openSessions()).isZero();
  }

  private static ServerLimits impatientWhen(Misbehaviour bad) {
    return bad == Misbehaviour.SLOW || bad == Misbehaviour.DRIPPING
        ? Practice.IMPATIENT
        : Practice.QUICK;
  }

  @ParameterizedTest
  @CsvSource({
    "SLOW, server.answer.slow",
    "HANG_UP, server.answer.cut-off",
    "STATUS_401, server.answer.not-teamwork-cloud",
    "STATUS_404, server.answer.not-teamwork-cloud",
    "STATUS_500, server.answer.error",
    "HTML, server.answer.not-teamwork-cloud",
    "EMPTY, server.answer.empty",
    "ENDLESS, server.answer.endless",
    "REDIRECT_HTTP, server.answer.redirect-http"
  })
  void badAnswerToTheFirstCallKeepsThePasswordHere(Misbehaviour bad, String key) {
    practice.limits = impatientWhen(bad);
    practice.server.misbehave(bad, VERSION);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(((NotSent) outcome).problem().key()).isEqualTo(key);
    assertThat(practice.server.requests()).noneMatch(PracticeRequest::authorized);
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS_401, server.signin.wrong, where.password",
    "STATUS_403, server.signin.refused, where.user",
    "STATUS_404, server.answer.not-teamwork-cloud, where.url",
    "STATUS_423, server.answer.locked, where.url",
    "HTML, server.answer.not-teamwork-cloud, where.url",
    "REDIRECT_ELSEWHERE, server.answer.redirect, where.url"
  })
  void badAnswerToSigningInEndsThere(Misbehaviour bad, String key, String field) {
    practice.server.misbehave(bad, LOGIN);

    UploadOutcome outcome = practice.upload();

    assertThat(outcome).isInstanceOf(NotSent.class);
    assertThat(((NotSent) outcome).problem().key()).isEqualTo(key);
    assertThat(((NotSent) outcome).problem().field()).isEqualTo(field);
    assertThat(practice.calls()).containsExactly(VERSION, LOGIN);
  }

  @ParameterizedTest
  @EnumSource(names = {"REDIRECT_ELSEWHERE", "REDIRECT_HTTP"})
  void redirectOfTheCurrentUserToElsewhereIsNeverFollowed(Misbehaviour bad) {
    practice.server.misbehave(bad, WHO);

    UploadOutcome outcome = practice.upload();

    assertThat(((NotSent) outcome).problem().key()).startsWith("server.answer.redirect");
    assertThat(practice.calls()).containsExactly(VERSION, LOGIN, WHO, LOGOUT);
  }

  @Test
  void wrongPasswordIsSaidOfTheRealCheck() {
    practice.signIn = new UploadAnswer.UserPassword("Administrator", Secret.ofText("wrong"));

    assertThat(((NotSent) practice.upload()).problem().key()).isEqualTo("server.signin.wrong");
  }

  @Test
  void wrongTokenIsSaidOfTheRealCheck() {
    practice.signIn = new UploadAnswer.Token(Secret.ofText("another-token"));

    assertThat(((NotSent) practice.upload()).problem().key())
        .isEqualTo("server.signin.token-refused");
  }

  @Test
  void tokenWithALineEndAndUserWithAColonNeverLeaveThisComputer() {
    practice.signIn = new UploadAnswer.Token(Secret.ofText("a\r\nX-Evil: 1"));
    assertThat(((NotSent) practice.upload()).problem().key())
        .isEqualTo("server.signin.token-characters");
    practice.signIn = new UploadAnswer.UserPassword("a:b", Secret.ofText("c"));
    assertThat(((NotSent) practice.upload()).problem().key()).isEqualTo("server.signin.user-colon");
    assertThat(practice.server.requests()).isEmpty();
  }

  @Test
  void userWithoutThePermissionIsToldSo() {
    practice.signIn = new UploadAnswer.UserPassword("Reviewer Räuber", Secret.ofText("reviewing"));

    NotSent outcome = (NotSent) practice.upload();

    assertThat(outcome.problem().key()).isEqualTo("server.permission.missing");
    assertThat(outcome.problem().field()).isEqualTo("where.user");
    assertThat(practice.calls()).endsWith(LOGOUT);
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
    practice.limits = Practice.IMPATIENT;
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
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
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
