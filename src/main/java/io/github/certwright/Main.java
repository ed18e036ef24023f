package io.github.certwright;

import io.github.certwright.cli.CommandLineFace;
import io.github.certwright.cli.Terminal;
import io.github.certwright.cli.Wiring;
import io.github.certwright.files.Machine;
import io.github.certwright.files.UserFolders;
import io.github.certwright.log.LogFile;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.tls.Pins;
import java.util.Optional;

/**
 * Opens the wizard without arguments and runs the command line with them; the only place where
 * objects are wired.
 */
public final class Main {
  private Main() {}

  /** Starts Certwright and ends the process with the exit code of the job. */
  public static void main(String[] args) {
    LogFile.install(UserFolders.on(Machine.here()).state());
    System.exit(commandLine(args));
  }

  private static int commandLine(String[] args) {
    Wiring wiring = new Wiring(Workbench::here, ServerTools.usual(), Pins.inMemory(), version());
    return new CommandLineFace(wiring, Terminal.ofProcess()).run(args);
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
