package io.github.certwright.cli;

import io.github.certwright.files.Disk;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line in a process that is killed at the worst moment: its work is committed, and
 * nothing is noted yet by which it could be undone.
 */
final class KilledChild {
  /** As after SIGKILL. */
  static final int KILLED = 137;

  private KilledChild() {}

  public static void main(String[] args) {
    Wiring wiring =
        new Wiring(
            KilledChild::bench,
            ServerTools.usual(),
            Pins.inMemory(),
            WaitingRequests.inMemory(),
            List::of,
            "1.2.3",
            Runtime.getRuntime()::halt);
    System.exit(new CommandLineFace(wiring, Terminal.ofProcess()).run(args));
  }

  private static Workbench bench(Text text) {
    Workbench here = Workbench.here(text);
    return new Workbench(
        here.machine(),
        killing(here.disk()),
        here.journals(),
        here.clock(),
        here.random(),
        here.text());
  }

  private static Disk killing(Disk real) {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (_, method, args) -> {
              if (args != null && args[0] instanceof Path path && isReceipt(path)) {
                Runtime.getRuntime().halt(KILLED);
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static boolean isReceipt(Path path) {
    return path.getParent() != null && path.getParent().endsWith("receipts");
  }
}
