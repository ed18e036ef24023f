package io.github.certwright.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every door to disk, network and key generation is tried on the window's thread. */
final class GuardedServicesTest {
  static Stream<Method> doors() {
    return Stream.of(Services.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void noDoorOpensOnTheWindowsThread(Method door) throws Exception {
    FakeServices behind = new FakeServices();
    Services guarded = new GuardedServices(behind, new FxGuard(() -> true));
    Throwable refusal = null;
    try {
      door.invoke(guarded, new Object[door.getParameterCount()]);
    } catch (InvocationTargetException e) {
      refusal = e.getCause();
    }
    assertThat(refusal)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(door.getName());
    assertThat(behind.asked).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("waysBack")
  void evenTheWayBackOpensOnlyElsewhere(Method door) throws Exception {
    FakeServices behind = new FakeServices();
    AtomicBoolean onWindow = new AtomicBoolean();
    Services guarded = new GuardedServices(behind, new FxGuard(onWindow::get));
    Services.Ended ended =
        guarded.run(Plans.some(), null, Rights.OWN, Progress.none(), new Cancellation());
    onWindow.set(true);
    Throwable refusal = null;
    try {
      door.invoke(ended);
    } catch (InvocationTargetException e) {
      refusal = e.getCause();
    }
    assertThat(refusal).isInstanceOf(IllegalStateException.class);
    assertThat(behind.asked).containsExactly("run");
  }

  static Stream<Method> installDoors() {
    return Stream.of(Installs.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("installDoors")
  void settingUpOpensOnlyElsewhereToo(Method door) throws Exception {
    FakeServices behind = new FakeServices();
    AtomicBoolean onWindow = new AtomicBoolean();
    Installs guarded = new GuardedServices(behind, new FxGuard(onWindow::get)).installs();
    onWindow.set(true);
    Throwable refusal = null;
    try {
      door.invoke(guarded, new Object[door.getParameterCount()]);
    } catch (InvocationTargetException e) {
      refusal = e.getCause();
    }
    assertThat(refusal).isInstanceOf(IllegalStateException.class);
    assertThat(behind.asked).isEmpty();
  }

  static Stream<Method> checkDoors() {
    return Stream.of(Checks.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("checkDoors")
  void checkingOpensOnlyElsewhereToo(Method door) throws Exception {
    FakeServices behind = new FakeServices();
    AtomicBoolean onWindow = new AtomicBoolean();
    Checks guarded = new GuardedServices(behind, new FxGuard(onWindow::get)).checks();
    onWindow.set(true);
    Throwable refusal = null;
    try {
      door.invoke(guarded, new Object[door.getParameterCount()]);
    } catch (InvocationTargetException e) {
      refusal = e.getCause();
    }
    assertThat(refusal).isInstanceOf(IllegalStateException.class);
    assertThat(behind.asked).isEmpty();
  }

  static Stream<Method> keyDoors() {
    return Stream.of(KeyWork.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("keyDoors")
  void keyMaterialOpensOnlyElsewhereToo(Method door) {
    AtomicBoolean onWindow = new AtomicBoolean();
    KeyWork guarded = new GuardedServices(new FakeServices(), new FxGuard(onWindow::get)).keys();
    onWindow.set(true);
    assertThatThrownBy(() -> door.invoke(guarded, new Object[door.getParameterCount()]))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(door.getName());
  }

  static Stream<Method> rootAndTrustDoors() {
    return Stream.of(RootWork.class, Trusting.class)
        .flatMap(doors -> Stream.of(doors.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("rootAndTrustDoors")
  void ourOwnAuthorityAndTrustOpenOnlyElsewhereToo(Method door) {
    FxGuard guard = new FxGuard(() -> true);
    Object guarded =
        door.getDeclaringClass() == RootWork.class
            ? new GuardedRootWork(null, guard)
            : new GuardedTrusting(null, guard);
    assertThatThrownBy(() -> door.invoke(guarded, new Object[door.getParameterCount()]))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(door.getName());
  }

  static Stream<Method> pastDoors() {
    return Stream.of(Past.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("pastDoors")
  void thePastOpensOnlyElsewhereToo(Method door) throws Exception {
    FakeServices behind = new FakeServices();
    AtomicBoolean onWindow = new AtomicBoolean();
    Past guarded = new GuardedServices(behind, new FxGuard(onWindow::get)).past();
    Past.Undoing undoing = guarded.undoing("1");
    behind.asked.clear();
    onWindow.set(true);
    assertThatThrownBy(() -> undoing.run(Progress.none()))
        .isInstanceOf(IllegalStateException.class);
    Throwable refusal = null;
    try {
      door.invoke(guarded, new Object[door.getParameterCount()]);
    } catch (InvocationTargetException e) {
      refusal = e.getCause();
    }
    assertThat(refusal).isInstanceOf(IllegalStateException.class);
    assertThat(behind.asked).isEmpty();
  }

  static Stream<Method> sendDoors() {
    return Stream.of(Sends.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("sendDoors")
  void sendingOpensOnlyElsewhereToo(Method door) throws Exception {
    FakeServices behind = new FakeServices();
    AtomicBoolean onWindow = new AtomicBoolean();
    Sends guarded = new GuardedServices(behind, new FxGuard(onWindow::get)).sends();
    onWindow.set(true);
    Throwable refusal = null;
    try {
      door.invoke(guarded, new Object[door.getParameterCount()]);
    } catch (InvocationTargetException e) {
      refusal = e.getCause();
    }
    assertThat(refusal).isInstanceOf(IllegalStateException.class);
    assertThat(behind.asked).isEmpty();
  }

  /** All but what is only remembered of the run and touches nothing. */
  static Stream<Method> waysBack() {
    return Stream.of(Services.Ended.class.getDeclaredMethods())
        .filter(method -> !List.of("report", "receipt", "mayUndo").contains(method.getName()));
  }
}
