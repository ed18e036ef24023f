package io.github.certwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.certwright.answers.UploadAnswer.UserPassword;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.UploadOutcome.NotSent;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.RawServer;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.PinnedContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionTest {
  private static final Fingerprint ANY = new Fingerprint("0".repeat(64));

  private ServerLimits limits = Practice.QUICK;
  private Practice practice;

  @BeforeEach
  void start() throws Exception {
    practice = new Practice();
  }

  @AfterEach
  void stop() {
    practice.close();
  }

  private Problem problem(String url, SSLContext trust) {
    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () ->
                    new TeamworkCloud(limits)
                        .testSignIn(URI.create(url), practice.signIn, trust, () -> false))
            .problem();
    Text.ProblemText words = Text.english().problem(problem);
    assertThat(words.what()).doesNotContain("{");
    assertThat(words.hints()).hasSize(2);
    return problem;
  }

  private Problem problem(RawServer server) {
    return problem("https://127.0.0.1:" + server.port(), PinnedContext.only(ANY));
  }

  @Test
  void stoppedServerIsNamed() throws Exception {
    String url = "https://127.0.0.1:" + PracticeServer.freePort();

    assertThat(problem(url, PinnedContext.only(ANY)).key()).isEqualTo("tls.connect.refused");
  }

  @Test
  void unknownHostIsNamed() {
    assertThat(problem("https://no-such-computer.invalid:8111", PinnedContext.only(ANY)).key())
        .isEqualTo("tls.host.unknown");
  }

  @Test
  void plainHttpIsNamedAndGetsNoRequest() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.http");
      assertThat(new String(server.received(), StandardCharsets.ISO_8859_1)).doesNotContain("osmc");
    }
  }

  @Test
  void anotherProtocolIsNotTls() throws Exception {
    try (RawServer server = RawServer.saying("220 mail.example.com ESMTP ready\r\n")) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.not-tls");
    }
  }

  @Test
  void silentPortIsSlow() throws Exception {
    limits = Practice.IMPATIENT;
    try (RawServer server = RawServer.silent()) {
      assertThat(problem(server).key()).isEqualTo("server.answer.slow");
    }
  }

  @Test
  void certificateTheSystemDoesNotTrustGetsNothing() {
    Problem problem = problem(practice.server.url().toString(), PinnedContext.system());

    assertThat(problem.key()).isEqualTo("tls.trust.refused");
    assertThat(problem.field()).isEqualTo("where.fingerprint");
    assertThat(practice.server.requests()).isEmpty();
  }

  @Test
  void signInShowsWhoAndThatTheyMayChangeSettings() throws Exception {
    SignedIn seen = signIn();

    assertThat(seen.user()).isEqualTo("Administrator");
    assertThat(seen.mayChange()).isTrue();
    assertThat(seen.current()).hasValueSatisfying(now -> assertThat(now.enabled()).isFalse());
    assertThat(practice.calls())
        .containsExactly(
            Practice.VERSION, Practice.LOGIN, Practice.WHO, Practice.READ, Practice.LOGOUT);
    assertThat(practice.server.openSessions()).isZero();
  }

  @Test
  void signInOfAReviewerShowsThatTheyMayNot() throws Exception {
    practice.signIn = new UserPassword("Reviewer Räuber", Secret.ofText("reviewing"));

    SignedIn seen = signIn();

    assertThat(seen.user()).isEqualTo("Reviewer Räuber");
    assertThat(seen.mayChange()).isFalse();
    assertThat(practice.server.openSessions()).isZero();
  }

  @Test
  void failedSignInTestSignsOutToo() {
    practice.server.misbehave(Misbehaviour.STATUS_423, Practice.READ);

    ProblemException met = catchThrowableOfType(ProblemException.class, this::signIn);

    assertThat(met.problem().key()).isEqualTo("server.answer.locked");
    assertThat(practice.server.openSessions()).isZero();
  }

  @Test
  void signInTestThatIsStoppedSignsOutToo() {
    Problem met =
        catchThrowableOfType(
                ProblemException.class,
                () ->
                    new TeamworkCloud(Practice.QUICK)
                        .testSignIn(
                            practice.server.url(),
                            practice.signIn,
                            PinnedContext.only(practice.server.fingerprint()),
                            () -> practice.server.openSessions() > 0))
            .problem();

    assertThat(met.key()).isEqualTo("server.cancelled");
    assertThat(practice.calls()).contains(Practice.LOGIN).endsWith(Practice.LOGOUT);
    assertThat(practice.server.openSessions()).isZero();
  }

  private SignedIn signIn() throws ProblemException {
    return new TeamworkCloud(Practice.QUICK)
        .testSignIn(
            practice.server.url(),
            practice.signIn,
            PinnedContext.only(practice.server.fingerprint()),
            () -> false);
  }

  @ParameterizedTest
  @EnumSource(names = {"REDIRECT_ELSEWHERE", "REDIRECT_FOR_GOOD", "REDIRECT_HTTP"})
  void redirectTakesNotOneByteElsewhere(Misbehaviour bad) throws Exception {
    for (String call :
        List.of(Practice.VERSION, Practice.LOGIN, Practice.WHO, Practice.READ, Practice.WRITE)) {
      try (RawServer elsewhere = RawServer.silent()) {
        practice.server.behave();
        practice.server.redirectTo(URI.create("https://127.0.0.1:" + elsewhere.port()));
        practice.server.misbehave(bad, call);

        assertThat(practice.upload()).isNotInstanceOf(UploadOutcome.Uploaded.class);
        assertThat(elsewhere.guests()).isZero();
      }
    }
  }

  @Test
  void secretsStandInNoOutcomeAndNoMessage() {
    List<Misbehaviour> bad =
        Stream.of(Misbehaviour.values())
            .filter(one -> one != Misbehaviour.SLOW && one != Misbehaviour.DRIPPING)
            .toList();
    for (Misbehaviour one : bad) {
      practice.server.behave();
      practice.server.misbehave(one, Practice.WRITE);
      UploadOutcome outcome = practice.upload();
      assertThat(outcome.toString())
          .doesNotContain("pass:wörd")
          .doesNotContain("Server \"store")
          .doesNotContain("token-of");
    }
    assertThat(practice.request().toString()).doesNotContain("store\\");
  }

  @Test
  void cancellationBeforeTheStartSendsNothing() {
    practice.cancelled = () -> true;

    assertThat(((NotSent) practice.upload()).problem().key()).isEqualTo("server.cancelled");
    assertThat(practice.server.requests()).isEmpty();
  }
}
