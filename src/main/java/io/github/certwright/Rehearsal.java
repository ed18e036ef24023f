package io.github.certwright;

import io.github.certwright.cli.ForeseenKey;
import io.github.certwright.files.TemporaryFolder;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.KeysAhead;
import io.github.certwright.wizard.page.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * Plays through what people do, on the command line in a temporary folder and in the wizard, and
 * ends the process. Packaging has Java note what is loaded meanwhile, for a cache that makes every
 * later start short (JEP 483).
 */
final class Rehearsal {
  /** The hidden command. */
  static final String COMMAND = "rehearse";

  /** The part of it that needs no window. */
  static final String COMMANDS = "commands";

  /** The window with its first job, without the command line. */
  static final String WINDOW = "window";

  private Rehearsal() {}

  /**
   * Returns once the wizard is open, if that is wanted; the process ends when it has been walked
   * through.
   *
   * @param words this command, and {@link #COMMANDS} or {@link #WINDOW} where only that is wanted
   * @throws ProblemException when no window can be opened
   * @throws IOException when there is no room for temporary files
   * @throws ClassNotFoundException when the program is not whole
   */
  static void play(List<String> words)
      throws ProblemException, IOException, ClassNotFoundException {
    if (!words.contains(WINDOW)) {
      try (TemporaryFolder folder = TemporaryFolder.make("certwright-rehearsal-")) {
        commands(folder.path()).forEach(Rehearsal::command);
      }
    }
    if (words.contains(COMMANDS)) {
      System.exit(0);
    }
    int most = words.contains(WINDOW) ? 1 : Integer.MAX_VALUE;
    Launch.rehearse(WizardStart::prepare, most, () -> System.exit(0), WizardStart::failed);
  }

  /** As in {@link Main}. */
  private static void command(List<String> words) {
    SecureRandom random = new SecureRandom();
    KeysAhead keys = new KeysAhead(random);
    ForeseenKey.of(words.toArray(String[]::new)).ifPresent(keys::begin);
    Wirings.commandLine(random, keys).run(words.toArray(String[]::new));
  }

  private static List<List<String>> commands(Path folder) {
    String made = folder.resolve("made").toString();
    String kit = folder.resolve("made").resolve("client-kit.zip").toString();
    return List.of(
        List.of("--version"),
        List.of("--help"),
        List.of("create", "--help"),
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
