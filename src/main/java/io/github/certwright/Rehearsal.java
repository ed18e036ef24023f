package io.github.certwright;

import io.github.certwright.cli.CommandLineFace;
import io.github.certwright.files.TemporaryFolder;
import io.github.certwright.files.UserFolders;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.SettingsPins;
import io.github.certwright.settings.SettingsRequests;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.page.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Plays through what people do, on the command line in a temporary folder and in the wizard, and
 * ends the process. Packaging has Java note what is loaded meanwhile, for a cache that makes every
 * later start short (JEP 483).
 */
final class Rehearsal {
  /** The hidden command. */
  static final String COMMAND = "rehearse";

  private final CommandLineFace face;
  private final Settings settings;

  Rehearsal(CommandLineFace face, Settings settings) {
    this.face = face;
    this.settings = settings;
  }

  /**
   * Returns once the wizard is open; the process ends when it has been walked through.
   *
   * @throws ProblemException when no window can be opened
   * @throws IOException when there is no room for temporary files
   * @throws ClassNotFoundException when the program is not whole
   */
  void play() throws ProblemException, IOException, ClassNotFoundException {
    try (TemporaryFolder folder = TemporaryFolder.make("certwright-rehearsal-")) {
      commands(folder.path()).forEach(words -> face.run(words.toArray(String[]::new)));
    }
    Text text = Text.english();
    Workbench bench = Workbench.here(text);
    WizardServices services =
        new WizardServices(
            bench, ServerTools.usual(), new SettingsPins(settings), new SettingsRequests(settings));
    Path documents = UserFolders.on(bench.machine()).documents();
    Launch.rehearse(text, settings, services, bench.clock(), documents, () -> System.exit(0));
  }

  private static List<List<String>> commands(Path folder) {
    String made = folder.resolve("made").toString();
    String kit = folder.resolve("made").resolve("client-kit.zip").toString();
    return List.of(
        List.of("--version"),
        List.of("--help"),
        List.of("create", "--help"),
        List.of("demo"),
        List.of("create", "--server", "a.example", "--generate-passwords", "--out", made),
        List.of(
            "create",
            "--server",
            "a.example",
            "--key",
            "ec256",
            "--json",
            "--generate-passwords",
            "--out",
            folder.resolve("other").toString()),
        List.of("check", folder.resolve("made").resolve("certificate.cer").toString()),
        List.of("install", "--kit", kit, "--into", made, "--dry-run", "--json"),
        List.of("tools"),
        List.of("undo", "--last", "--dry-run"),
        List.of("recover"));
  }
}
