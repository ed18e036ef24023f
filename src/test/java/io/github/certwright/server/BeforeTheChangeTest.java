package io.github.certwright.server;

import static io.github.certwright.server.Practice.LOGIN;
import static io.github.certwright.server.Practice.LOGOUT;
import static io.github.certwright.server.Practice.READ;
import static io.github.certwright.server.Practice.VERSION;
import static io.github.certwright.server.Practice.WHO;
import static io.github.certwright.server.Practice.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.UploadOutcome.NotSent;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BeforeTheChangeTest {
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
    "REDIRECT_FOR_GOOD, server.answer.redirect",
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
}
