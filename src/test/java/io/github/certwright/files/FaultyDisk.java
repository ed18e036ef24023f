package io.github.certwright.files;

import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The real disk, with every operation counted and one or more of them failing. */
public final class FaultyDisk {
  private static final Set<String> UNBREAKABLE = Set.of("close", "toString");

  private final Disk real = new RealDisk();
  private final Supplier<IOException> failure;
  private final Set<Integer> failing;
  private final boolean afterEffect;
  private final List<String> operations = new ArrayList<>();
  private final List<Disk.Held> held = new ArrayList<>();
  private boolean crash;
  private boolean crashed;

  private FaultyDisk(Supplier<IOException> failure, Set<Integer> failing, boolean afterEffect) {
    this.failure = failure;
    this.failing = failing;
    this.afterEffect = afterEffect;
  }

  /** Counts, and never fails. */
  public static FaultyDisk counting() {
    return new FaultyDisk(() -> new IOException("never"), Set.of(), false);
  }

  /** Fails at the given operations (counted from 0), before or after their effect. */
  public static FaultyDisk failingAt(
      Set<Integer> operations, boolean afterEffect, Supplier<IOException> failure) {
    return new FaultyDisk(failure, operations, afterEffect);
  }

  /** Ends like a killed process at the given operation: nothing works afterwards. */
  public static FaultyDisk crashingAt(int operation, boolean afterEffect) {
    FaultyDisk disk =
        new FaultyDisk(() -> new IOException("crash"), Set.of(operation), afterEffect);
    disk.crash = true;
    return disk;
  }

  /** Kills this very process (SIGKILL) at the given operation. */
  public static FaultyDisk killingAt(int operation, boolean afterEffect) {
    return new FaultyDisk(
        () -> {
          String self = String.valueOf(ProcessHandle.current().pid());
          Programs.run(List.of("kill", "-9", self));
          return new IOException("still alive");
        },
        Set.of(operation),
        afterEffect);
  }

  /** The process is gone. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  public Disk disk() {
    return watch(Disk.class, real);
  }

  public List<String> operations() {
    return List.copyOf(operations);
  }

  private <T> T watch(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, args) -> run(target, method, args)));
  }

  private Object run(Object target, Method method, Object[] args) throws Throwable {
    if (UNBREAKABLE.contains(method.getName())) {
      return crashed ? null : call(target, method, args);
    }
    if (crashed) {
      throw new Crash();
    }
    boolean fails = failing.contains(operations.size());
    operations.add(method.getName());
    if (fails && !afterEffect) {
      fail();
    }
    Object result = call(target, method, args);
    if (result instanceof Optional<?> optional
        && optional.isPresent()
        && optional.get() instanceof Disk.Held h) {
      held.add(h);
      if (fails) {
        h.close();
      }
      result = Optional.of(watch(Disk.Held.class, h));
    }
    if (fails) {
      fail();
    }
    return result;
  }

  private void fail() throws IOException {
    if (crash) {
      crashed = true;
      held.forEach(Disk.Held::close);
      throw new Crash();
    }
    throw failure.get();
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
