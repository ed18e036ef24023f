package io.github.certwright;

import io.github.certwright.cli.CommandLineFace;
import io.github.certwright.cli.Terminal;
import io.github.certwright.files.UserFolders;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.SettingsPins;
import io.github.certwright.settings.SettingsRequests;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Services;
import io.github.certwright.wizard.page.Launch;
import java.nio.file.Path;
import java.util.Optional;

/** Puts together what the window works with, and opens it. */
final class WizardStart {
  private static final System.Logger LOG = System.getLogger(WizardStart.class.getName());

  private WizardStart() {}

  /** Returns once the window is under way; the process ends with it, or now without a display. */
  static void open(Optional<Path> kit) {
    try {
      Launch.open(WizardStart::prepare, kit, WizardStart::failed);
    } catch (ProblemException e) {
      end(e.problem());
    }
  }

  /** Nobody could end a program without a window. */
  static void failed(Throwable cause) {
    LOG.log(System.Logger.Level.ERROR, "Unexpected", cause);
    end(Problem.of("", "cli.unexpected.problem").withDetail(cause.getClass().getName()));
  }

  private static void end(Problem problem) {
    System.exit(new CommandLineFace(Wirings.forgetful(), Terminal.ofProcess()).failed(problem));
  }

  static Launch.Prepared prepare() {
    Settings settings = Wirings.settings();
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
    return new Launch.Prepared(text, settings, services, bench.clock(), folders.documents());
  }
}
