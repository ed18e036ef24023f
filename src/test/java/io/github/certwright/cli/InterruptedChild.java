package io.github.certwright.cli;

import io.github.certwright.files.Disk;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.testing.Programs;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The whole program, except that it gets Ctrl-C (SIGINT) in the moment in which the server's
 * keystore takes its place, and goes on once it has heard of it.
 */
final class InterruptedChild {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The exit code when nothing came of Ctrl-C. */
  private static final int DEAF = 99;

  private InterruptedChild() {}

  public static void main(String[] args) {
    Wiring wiring =
        new Wiring(
            InterruptedChild::bench,
            ServerTools.usual(),
            Pins.inMemory(),
            WaitingRequests.inMemory(),
            java.util.List::of,
            "1.2.3",
            Runtime.getRuntime()::halt);
    System.exit(new CommandLineFace(wiring, Terminal.ofProcess()).run(args));
  }

  private static Workbench bench(Text text) {
    Workbench here = Workbench.here(text);
    return new Workbench(
        here.machine(),
        interrupting(here.disk()),
        here.journals(),
        here.clock(),
        here.random(),
        here.text());
  }

  private static Disk interrupting(Disk real) {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (_, method, args) -> {
              if (method.getName().equals("link")
                  && args[0] instanceof Path path
                  && path.endsWith("KeyStore.jks")) {
                interrupt();
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void interrupt() {
    Programs.run(List.of("kill", "-INT", String.valueOf(ProcessHandle.current().pid())));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!heard()) {
      if (System.nanoTime() > end) {
        Runtime.getRuntime().halt(DEAF);
      }
      Thread.onSpinWait();
    }
  }

  /** Whether the hook has cancelled the job and waits for its end. */
  private static boolean heard() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(
            thread ->
                thread.getName().equals("interrupts")
                    && thread.getState() == Thread.State.TIMED_WAITING);
  }
}
