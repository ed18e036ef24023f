package io.github.certwright;

import io.github.certwright.cli.CommandLineFace;
import io.github.certwright.cli.Terminal;
import io.github.certwright.cli.Wiring;
import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.UserFolders;
import io.github.certwright.install.admin.Elevation;
import io.github.certwright.log.LogFile;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.settings.FileSettingsStore;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.SettingsPins;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.Services;
import io.github.certwright.wizard.page.Launch;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Opens the wizard without arguments and runs the command line with them; the only place where
 * objects are wired.
 */
public final class Main {
  private Main() {}

  /** Starts Certwright and ends the process with the exit code of the job. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals(Elevation.COMMAND)) {
      // With an administrator's rights not even a log is written where the user may write.
      System.exit(commandLine(Pins.inMemory()).run(args));
    }
    if (args.length == 1 && CommandLineFace.isVersionWanted(args[0])) {
      CommandLineFace.printVersion(version(), Terminal.ofProcess());
      return;
    }
    LogFile.install(UserFolders.on(Machine.here()).state());
    Settings settings = settings();
    CommandLineFace face = commandLine(new SettingsPins(settings));
    if (args.length > 0 && args[0].equals(Rehearsal.COMMAND)) {
      new Rehearsal(face, settings).play();
      return;
    }
    if (args.length > 0) {
      System.exit(face.run(args));
    }
    try {
      openWizard(settings);
    } catch (ProblemException e) {
      System.exit(face.failed(e.problem()));
    }
  }

  /** Returns once the window is open; the process ends with it. */
  private static void openWizard(Settings settings) throws ProblemException {
    Text text = Text.english();
    Workbench bench = Workbench.here(text);
    Services services = new WizardServices(bench, ServerTools.usual(), new SettingsPins(settings));
    Launch.open(text, settings, services, bench.clock());
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

  private static CommandLineFace commandLine(Pins pins) {
    Wiring wiring =
        new Wiring(
            Workbench::here, ServerTools.usual(), pins, version(), Runtime.getRuntime()::halt);
    return new CommandLineFace(wiring, Terminal.ofProcess());
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
