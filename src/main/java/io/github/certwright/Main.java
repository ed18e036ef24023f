package io.github.certwright;

import io.github.certwright.cli.CommandLineFace;
import io.github.certwright.cli.Terminal;
import io.github.certwright.cli.Wiring;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.UserFolders;
import io.github.certwright.install.admin.Elevation;
import io.github.certwright.log.LogFile;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.settings.FileSettingsStore;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.SettingsPins;
import io.github.certwright.settings.SettingsRequests;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.Services;
import io.github.certwright.wizard.page.Launch;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
      System.exit(commandLine(Pins.inMemory(), WaitingRequests.inMemory(), List::of).run(args));
    }
    if (args.length == 1 && CommandLineFace.isVersionWanted(args[0])) {
      CommandLineFace.printVersion(version(), Terminal.ofProcess());
      return;
    }
    LogFile.install(UserFolders.on(Machine.here()).state());
    Settings settings = settings();
    CommandLineFace face =
        commandLine(
            new SettingsPins(settings),
            new SettingsRequests(settings),
            () -> settings.keptDamaged().stream().toList());
    if (args.length > 0 && args[0].equals(Rehearsal.COMMAND)) {
      new Rehearsal(face, settings).play();
      return;
    }
    Optional<Path> kit = kit(args);
    if (args.length > 0 && kit.isEmpty()) {
      System.exit(face.run(args));
    }
    try {
      openWizard(settings, kit);
    } catch (ProblemException e) {
      System.exit(face.failed(e.problem()));
    }
  }

  /** Returns once the window is open; the process ends with it. */
  private static void openWizard(Settings settings, Optional<Path> kit) throws ProblemException {
    Text text = Text.english();
    Workbench bench = Workbench.here(text);
    Services services =
        new WizardServices(
            bench, ServerTools.usual(), new SettingsPins(settings), new SettingsRequests(settings));
    UserFolders folders = UserFolders.on(bench.machine());
    folders
        .closed()
        .ifPresent(
            folder -> settings.notice(Problem.warning("", "settings.folder.closed", folder)));
    Path documents = folders.documents();
    Launch.open(text, settings, services, bench.clock(), documents, kit);
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

  private static Settings settings() {
    UserFolders folders = UserFolders.on(Machine.here());
    return Settings.open(
        new FileSettingsStore(
            Disk.real(),
            folders.configuration(),
            folders.journals(),
            Clock.system(ZoneId.systemDefault())));
  }

  private static CommandLineFace commandLine(
      Pins pins, WaitingRequests waiting, Supplier<List<Problem>> notices) {
    Wiring wiring =
        new Wiring(
            Workbench::here,
            ServerTools.usual(),
            pins,
            waiting,
            notices,
            version(),
            Runtime.getRuntime()::halt);
    return new CommandLineFace(wiring, Terminal.ofProcess());
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
