package io.github.certwright.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real disk, watched for what a power cut could lose: nothing may be changed before the journal
 * that announces it is on the medium, nothing may take its place before its content is, and nothing
 * may be called done before every folder with a changed entry is.
 */
public final class PowerCutDisk {
  private final Disk real = Disk.real();
  private final Set<Object> journals = ConcurrentHashMap.newKeySet();
  private final Set<Object> contents = ConcurrentHashMap.newKeySet();
  private final Set<Object> folders = ConcurrentHashMap.newKeySet();
  private final AtomicInteger journalForces = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();

  public Disk disk() {
    return watch(Disk.class, real, Path.of(""));
  }

  /** How often a journal was brought to the medium. */
  public int journalForces() {
    return journalForces.get();
  }

  /** How many transactions were called done. */
  public int commits() {
    return commits.get();
  }

  private <T> T watch(Class<T> type, T target, Path held) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, args) -> run(target, method, args, held)));
  }

  private Object run(Object target, Method method, Object[] args, Path held) throws Throwable {
    if (target instanceof Disk.Held) {
      heldAct(method.getName(), args, held);
      return call(target, method, args);
    }
    before(method.getName(), args);
    Object result = call(target, method, args);
    after(method.getName(), args);
    return result instanceof Optional<?> one && one.orElse(null) instanceof Disk.Held file
        ? Optional.of(watch(Disk.Held.class, file, (Path) args[0]))
        : result;
  }

  private void heldAct(String act, Object[] args, Path held) {
    if (!held.toString().endsWith(Journal.SUFFIX)) {
      return;
    }
    if (act.equals("append")) {
      String text = new String((byte[]) args[0], US_ASCII);
      if (text.lines().anyMatch(line -> line.startsWith("committed "))) {
        assertThat(contents).as("contents at the end").isEmpty();
        assertThat(folders).as("folders at the end").isEmpty();
        commits.incrementAndGet();
      }
      journals.add(held);
    } else if (act.equals("force")) {
      journals.remove(held);
      journalForces.incrementAndGet();
    }
  }

  private void before(String act, Object[] args) {
    switch (act) {
      case "createFolder", "createFile", "copy", "delete" -> announced(act, args[0]);
      case "hold" -> {
        if (!args[0].toString().endsWith(Journal.SUFFIX)) {
          announced(act, args[0]);
        }
      }
      case "link" -> {
        announced(act, args[0]);
        assertThat(contents).as("content of a second name").doesNotContain(args[1]);
      }
      case "move" -> {
        announced(act, args[0]);
        assertThat(contents).as("content of a new name").doesNotContain(args[0]);
      }
      default -> {}
    }
  }

  private void announced(String act, Object path) {
    assertThat(journals).as(act + " " + path).isEmpty();
  }

  private void after(String act, Object[] args) {
    switch (act) {
      case "write" -> contents.add(args[0]);
      case "force" -> contents.remove(args[0]);
      case "createFolder", "link" -> folders.add(((Path) args[0]).getParent());
      case "move" -> folders.add(((Path) args[1]).getParent());
      case "forceFolder" -> folders.remove(args[0]);
      default -> {}
    }
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
