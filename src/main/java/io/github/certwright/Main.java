package io.github.certwright;

import io.github.certwright.cli.CommandLineFace;
import io.github.certwright.cli.ForeseenKey;
import io.github.certwright.cli.Terminal;
import io.github.certwright.files.Machine;
import io.github.certwright.files.UserFolders;
import io.github.certwright.install.admin.Elevation;
import io.github.certwright.log.LogFile;
import io.github.certwright.plan.FileRole;
import io.github.certwright.run.KeysAhead;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Opens the wizard without arguments or with a client kit alone, and runs the command line with all
 * others; the only place where objects are wired.
 */
public final class Main {
  private Main() {}

  /** Starts Certwright and ends the process with the exit code of the job. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals(Elevation.COMMAND)) {
      // With an administrator's rights not even a log is written where the user may write.
      System.exit(new CommandLineFace(Wirings.forgetful(), Terminal.ofProcess()).run(args));
    }
    if (args.length == 1 && CommandLineFace.isVersionWanted(args[0])) {
      CommandLineFace.printVersion(Wirings.version(), Terminal.ofProcess());
      return;
    }
    SecureRandom random = new SecureRandom();
    KeysAhead keys = new KeysAhead(random);
    ForeseenKey.of(args).ifPresent(keys::begin);
    LogFile.install(UserFolders.on(Machine.here()).state());
    Optional<Path> kit = kit(args);
    if (args.length == 0 || kit.isPresent()) {
      WizardStart.open(kit);
    } else if (args[0].equals(Rehearsal.COMMAND)) {
      Rehearsal.play(List.of(args));
    } else {
      System.exit(Wirings.commandLine(random, keys).run(args));
    }
  }

  /** The client kit whose double click started the program: its path and nothing else. */
  static Optional<Path> kit(String... args) {
    if (args.length != 1 || !FileRole.isClientKit(args[0])) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(args[0]).toAbsolutePath()).filter(Files::isRegularFile);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
