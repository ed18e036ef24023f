package io.github.certwright.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class BackgroundTest {
  private final List<String> heard = new ArrayList<>();
  private final List<Throwable> surprises = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Background atOnce =
      new Background(Runnable::run, Runnable::run, new FxGuard(() -> false), surprises::add);
  private final Background later =
      new Background(waiting::add, Runnable::run, new FxGuard(() -> false), surprises::add);

  @Test
  void resultsAreHeardEvenWhenTheWorkEndedBeforeAnybodyListened() {
    atOnce
        .run(cancellation -> "a result")
        .onSuccess(heard::add)
        .onProblem(problem -> heard.add(problem.key()))
        .andFinally(() -> heard.add("end"));
    assertThat(heard).containsExactly("a result", "end");
  }

  @Test
  void resultsAreHeardWhenTheWorkEndsLater() {
    later.run(cancellation -> "a result").onSuccess(heard::add).andFinally(() -> heard.add("end"));
    assertThat(heard).isEmpty();
    waiting.remove().run();
    assertThat(heard).containsExactly("a result", "end");
  }

  @Test
  void problemsGoToTheirHandlerAndNotToTheCalmWindow() {
    atOnce
        .run(
            cancellation -> {
              throw new ProblemException(Problem.of("", "some.problem"));
            })
        .onSuccess(value -> heard.add("success"))
        .onProblem(problem -> heard.add(problem.key()))
        .andFinally(() -> heard.add("end"));
    assertThat(heard).containsExactly("some.problem", "end");
    assertThat(surprises).isEmpty();
  }

  @Test
  void whatNobodyForesawReachesTheOneHandler() {
    RuntimeException surprise = new IllegalStateException("boom");
    atOnce
        .run(
            cancellation -> {
              throw surprise;
            })
        .onSuccess(value -> heard.add("success"))
        .onProblem(problem -> heard.add("problem"))
        .andFinally(() -> heard.add("end"));
    assertThat(surprises).containsExactly(surprise);
    assertThat(heard).containsExactly("end");
  }

  @Test
  void cancelledWorkSaysNothingButThatItEnded() {
    Background.Running<String> running =
        later.run(
            cancellation -> {
              cancellation.check();
              return "too late";
            });
    running.onSuccess(heard::add).andFinally(() -> heard.add("end"));
    running.cancel();
    waiting.remove().run();
    assertThat(heard).containsExactly("end");
    assertThat(surprises).isEmpty();
  }

  @Test
  void aResultThatComesAfterCancellingIsDropped() {
    Background.Running<String> running = later.run(cancellation -> "stubborn");
    running.onSuccess(heard::add);
    running.cancel();
    waiting.remove().run();
    assertThat(heard).isEmpty();
  }

  @Test
  void workThatCancelsItselfIsNoSurprise() {
    atOnce.run(
        cancellation -> {
          throw new CancellationException();
        });
    assertThat(surprises).isEmpty();
  }

  @Test
  void itIsBusyFromTheStartUntilTheEnd() {
    later.run(cancellation -> 1);
    later.run(cancellation -> 2);
    assertThat(later.runningProperty().get()).isEqualTo(2);
    waiting.remove().run();
    waiting.remove().run();
    assertThat(later.runningProperty().get()).isZero();
  }

  @Test
  void workOnTheWindowsThreadIsRefused() {
    Background wrong =
        new Background(Runnable::run, Runnable::run, new FxGuard(() -> true), surprises::add);
    wrong.run(cancellation -> "never").onSuccess(heard::add);
    assertThat(heard).isEmpty();
    assertThat(surprises).singleElement().isInstanceOf(IllegalStateException.class);
  }
}
