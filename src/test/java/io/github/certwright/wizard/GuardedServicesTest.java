package io.github.certwright.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every door to disk, network and key generation is tried on the window's thread. */
final class GuardedServicesTest {
  /** Each kind of door, and the guard in front of a made-up world or of nothing at all. */
  private static final Map<Class<?>, BiFunction<FakeServices, FxGuard, Object>> GUARDED =
      Map.of(
          Services.class, GuardedServices::new,
          Installs.class, (behind, guard) -> new GuardedInstalls(behind.setUp, guard),
          Checks.class, (behind, guard) -> new GuardedChecks(behind.checks, guard),
          Past.class, (behind, guard) -> new GuardedPast(behind.past, guard),
          Sends.class, (behind, guard) -> new GuardedSends(behind.send, guard),
          KeyWork.class, (behind, guard) -> new GuardedKeyWork(null, guard),
          RootWork.class, (behind, guard) -> new GuardedRootWork(null, guard),
          Trusting.class, (behind, guard) -> new GuardedTrusting(null, guard),
          Practice.class, (behind, guard) -> new GuardedPractice(new FakePractice(behind), guard),
          Services.Ended.class,
              (behind, guard) ->
                  new GuardedEnded(
                      new FakeEnded(null, Optional.empty(), true, behind.asked), guard));

  /** What is only remembered and touches nothing. */
  private static final Map<Class<?>, List<String>> FREE =
      Map.of(
          Practice.class, List.of("services", "home", "where"),
          Services.Ended.class, List.of("report", "receipt", "mayUndo"));

  static Stream<Method> doors() {
    return GUARDED.keySet().stream()
        .flatMap(kind -> Stream.of(kind.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic())
        .filter(
            method ->
                !FREE.getOrDefault(method.getDeclaringClass(), List.of())
                    .contains(method.getName()));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void noDoorOpensOnTheWindowsThread(Method door) {
    FakeServices behind = new FakeServices();
    Object guarded = GUARDED.get(door.getDeclaringClass()).apply(behind, new FxGuard(() -> true));
    assertThatThrownBy(() -> door.invoke(guarded, new Object[door.getParameterCount()]))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was opened on its thread");
    assertThat(behind.asked).isEmpty();
  }

  @Test
  void whatADoorHandsOutIsGuardedToo() throws Exception {
    FakeServices behind = new FakeServices();
    behind.practice = Optional.of(new FakePractice(new FakeServices()));
    AtomicBoolean onWindow = new AtomicBoolean();
    FxGuard guard = new FxGuard(onWindow::get);
    Services guarded = new GuardedServices(behind, guard);
    Past.Undoing undoing = guarded.past().undoing("1");
    assertThat(guarded.practise()).isInstanceOf(GuardedPractice.class);
    assertThat(guarded.practise().services()).isInstanceOf(GuardedServices.class);
    assertThat(guarded.run(Plans.some(), null, Rights.OWN, Progress.none(), new Cancellation()))
        .isInstanceOf(GuardedEnded.class);
    onWindow.set(true);
    assertThatThrownBy(() -> undoing.run(Progress.none()))
        .isInstanceOf(IllegalStateException.class);
  }
}
