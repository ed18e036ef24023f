package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.page.PasswordMeter.Grade;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PasswordsModelTest {
  private final PasswordsModel model = new PasswordsModel(Desks.at(new FakeServices()));
  private boolean left;

  @BeforeEach
  void enter() {
    model.entered();
  }

  @Test
  void bothAreMadeWhenThePageIsFirstSeenAndNextIsEnough() {
    assertThat(model.server().firstProperty().get()).hasSize(20);
    assertThat(model.client().firstProperty().get())
        .hasSize(20)
        .isNotEqualTo(model.server().firstProperty().get());
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void seeingThePageAgainKeepsThem() {
    String before = model.server().firstProperty().get();
    model.entered();
    assertThat(model.server().firstProperty().get()).isEqualTo(before);
  }

  @Test
  void makingThemAgainGivesOthers() {
    String before = model.server().firstProperty().get();
    model.makeThem();
    assertThat(model.server().firstProperty().get()).isNotEqualTo(before);
  }

  @Test
  void aMadeServerPasswordIsKeptInAFile() {
    try (PasswordAnswer answer = model.answer()) {
      assertThat(answer.generated()).isTrue();
      assertThat(answer.serverAgain().sameAs(answer.server())).isTrue();
    }
  }

  @Test
  void anEditedServerPasswordIsKnownToThePersonAndNotKept() {
    model.server().firstProperty().set("my own long secret");
    try (PasswordAnswer answer = model.answer()) {
      assertThat(answer.generated()).isFalse();
    }
    leave();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("passwords.serverAgain");
    model.server().againProperty().set("my own long secret");
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void anEditedClientPasswordLeavesTheMadeServerPasswordInItsFile() {
    model.client().firstProperty().set("for everybody here");
    model.client().againProperty().set("for everybody here");
    try (PasswordAnswer answer = model.answer()) {
      assertThat(answer.generated()).isTrue();
    }
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void theSamePasswordTwiceIsRefusedWithItsReason() {
    model.server().firstProperty().set("one for both of them");
    model.server().againProperty().set("one for both of them");
    model.client().firstProperty().set("one for both of them");
    model.client().againProperty().set("one for both of them");
    leave();
    assertThat(left).isFalse();
    assertThat(model.shown())
        .extracting(Problem::key)
        .containsExactly("passwords.client.problem.same");
  }

  @Test
  void howGoodItIsIsSaidWithAdvice() {
    assertThat(model.server().gradeProperty().get()).contains(Grade.BEST);
    model.server().firstProperty().set("password");
    Grade grade = model.server().gradeProperty().get().orElseThrow();
    assertThat(grade.score()).isZero();
    assertThat(grade.advice()).startsWith("passwords.advice.common");
    model.server().firstProperty().set("");
    assertThat(model.server().gradeProperty().get()).isEmpty();
  }

  @Test
  void adviceIsInOurOwnWordsAndShort() {
    PasswordMeter meter = new PasswordMeter();
    assertThat(meter.measure("qwertyuiop", List.of()).advice())
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(2)
        .allMatch(key -> key.startsWith("passwords.advice."));
    assertThat(meter.measure("aaaaaaaaa", List.of()).advice())
        .contains("passwords.advice.sequence");
  }

  @Test
  void wordsOfThisJobMakeAPasswordWeaker() {
    PasswordMeter meter = new PasswordMeter();
    assertThat(meter.measure("teamworkcloud", List.of("teamworkcloud")).score())
        .isLessThan(meter.measure("teamworkcloud", List.of()).score());
  }

  @Test
  void anEndlessPasswordIsMeasuredInNoTime() {
    assertThat(new PasswordMeter().measure("ab1!".repeat(5000), List.of()).score()).isBetween(0, 4);
  }

  @Test
  void nothingIsLeftAfterTheJob() {
    model.wipe();
    assertThat(model.server().firstProperty().get()).isEmpty();
    assertThat(model.client().firstProperty().get()).isEmpty();
  }

  private void leave() {
    model.tryToLeave(() -> left = true);
  }
}
