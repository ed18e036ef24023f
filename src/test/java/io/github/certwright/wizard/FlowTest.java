package io.github.certwright.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FlowTest {
  private final Sheet first = new Sheet("first.page");
  private final Sheet second = new Sheet("second.page");
  private final Sheet third = new Sheet("third.page");
  private final Flow flow = new Flow(List.of(first, second, third));

  @BeforeEach
  void begin() {
    flow.begin();
  }

  @Test
  void nextGoesOnWhenNothingStandsInTheWay() {
    flow.next();
    assertThat(flow.current()).isSameAs(second);
    assertThat(second.entered).isEqualTo(1);
  }

  @Test
  void nextStaysWhileAProblemStopsAndShowsIt() {
    first.problems.add(Problem.of("first.name", "a.problem"));
    first.refresh();
    assertThat(first.shown()).isEmpty();
    flow.next();
    assertThat(flow.current()).isSameAs(first);
    assertThat(first.shown()).extracting(Problem::key).containsExactly("a.problem");
    assertThat(first.blockedProperty().get()).isTrue();
  }

  @Test
  void nextOpensAgainWhenTheProblemIsMended() {
    first.problems.add(Problem.of("first.name", "a.problem"));
    flow.next();
    first.problems.clear();
    first.refresh();
    assertThat(first.blockedProperty().get()).isFalse();
    flow.next();
    assertThat(flow.current()).isSameAs(second);
  }

  @Test
  void warningsAreShownAtOnceAndKeepNobodyBack() {
    first.problems.add(Problem.warning("first.name", "a.warning"));
    first.refresh();
    assertThat(first.shown()).hasSize(1);
    flow.next();
    assertThat(flow.current()).isSameAs(second);
  }

  @Test
  void aProblemIsShownOnceItsFieldIsLeftAndOthersAreNot() {
    first.problems.add(Problem.of("first.name", "a.problem"));
    first.problems.add(Problem.of("first.other", "another.problem"));
    first.left("first.name");
    assertThat(first.shown()).extracting(Problem::key).containsExactly("a.problem");
  }

  @Test
  void answeredPagesCanBeGoneBackToButLaterOnesNotJumpedTo() {
    flow.next();
    assertThat(flow.mayGoTo(0)).isTrue();
    assertThat(flow.mayGoTo(2)).isFalse();
    flow.backTo(2);
    assertThat(flow.current()).isSameAs(second);
    flow.backTo(0);
    assertThat(flow.current()).isSameAs(first);
  }

  @Test
  void thereIsNoWayBackOnceTheJobRuns() {
    flow.next();
    flow.next();
    flow.noWayBackProperty().set(true);
    flow.back();
    flow.backTo(0);
    assertThat(flow.current()).isSameAs(third);
  }

  @Test
  void aSlowCheckBeforeLeavingIsWaitedForAndSecondClicksAreIgnored() {
    first.slow = true;
    flow.next();
    flow.next();
    assertThat(flow.current()).isSameAs(first);
    assertThat(first.waiting).hasSize(1);
    first.setLeaving(false);
    first.waiting.getFirst().run();
    assertThat(flow.current()).isSameAs(second);
  }

  @Test
  void aSlowCheckThatEndsAfterGoingBackLeadsNowhere() {
    flow.next();
    second.slow = true;
    flow.next();
    flow.back();
    second.waiting.getFirst().run();
    assertThat(flow.current()).isSameAs(first);
  }

  private static final class Sheet extends PageModel {
    final List<Problem> problems = new ArrayList<>();
    final List<Runnable> waiting = new ArrayList<>();
    boolean slow;
    int entered;

    Sheet(String stem) {
      super(stem);
    }

    @Override
    public void entered() {
      entered++;
    }

    @Override
    protected List<Problem> check() {
      return List.copyOf(problems);
    }

    @Override
    protected void leave(Runnable onward) {
      if (slow) {
        setLeaving(true);
        waiting.add(onward);
      } else {
        onward.run();
      }
    }
  }
}
