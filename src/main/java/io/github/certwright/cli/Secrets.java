package io.github.certwright.cli;

import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Passwords and tokens of the command line: from a file, from one line of standard input ({@code
 * -}), from an environment variable, or typed on the terminal without echo; never from an argument,
 * which every user of the computer can read.
 */
final class Secrets {
  private static final int CAP = 64 * 1024;
  private static final String STANDARD_INPUT = "-";

  private final Terminal terminal;
  private final Text text;
  private final boolean mayAsk;

  Secrets(Terminal terminal, Text text, boolean mayAsk) {
    this.terminal = terminal;
    this.text = text;
    this.mayAsk = mayAsk;
  }

  /**
   * The secret a file option names; an empty one when the option was not given or does not lead to
   * one.
   *
   * @param field the field to which problems belong
   */
  Secret fromFile(Optional<String> file, String field, List<Problem> problems) {
    if (file.isEmpty()) {
      return Secret.empty();
    }
    try {
      return file.get().equals(STANDARD_INPUT) ? fromInput() : fromFile(file.get());
    } catch (NoSuchFileException | InvalidPathException _) {
      problems.add(Problem.of(field, "cli.password.problem.missing", file.get()));
    } catch (IOException e) {
      problems.add(
          Problem.of(field, "cli.password.problem.unreadable", file.get())
              .withDetail(e.getClass().getSimpleName()));
    } catch (ProblemException e) {
      problems.add(e.problem().at(field));
    }
    return Secret.empty();
  }

  private static Secret fromFile(String file) throws IOException, ProblemException {
    byte[] bytes = {};
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(CAP);
      return read(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private Secret fromInput() throws IOException, ProblemException {
    byte[] line =
        terminal
            .readLine()
            .orElseThrow(
                () -> new ProblemException(Problem.of("", "cli.password.problem.noInput")));
    try {
      return read(line);
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }

  private static Secret read(byte[] bytes) throws ProblemException {
    byte[] own = withoutMark(bytes);
    try {
      Secret secret = ClientPassword.read(own);
      boolean control = secret.use(Secrets::hasControl);
      if (control) {
        secret.close();
        throw new ProblemException(Problem.of("", "cli.password.problem.control"));
      }
      return secret;
    } finally {
      Arrays.fill(own, (byte) 0);
    }
  }

  private static boolean hasControl(char[] characters) {
    for (char c : characters) {
      if (Character.isISOControl(c)) {
        return true;
      }
    }
    return false;
  }

  /** Windows editors put a byte order mark (EF BB BF) in front of text that is saved as UTF-8. */
  private static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    return Arrays.copyOfRange(bytes, marked ? 3 : 0, bytes.length);
  }

  /** The value of an environment variable; an empty secret when it is not set. */
  Secret fromEnvironment(String name) {
    return terminal.environment(name).map(Secret::ofText).orElseGet(Secret::empty);
  }

  /** From the file option, else from the environment; an empty secret when neither has it. */
  Secret given(Optional<String> file, String variable, String field, List<Problem> problems) {
    return file.isPresent() ? fromFile(file, field, problems) : fromEnvironment(variable);
  }

  boolean mayAsk() {
    return mayAsk;
  }

  /** Asks without echo; an empty secret when nobody can be asked or nothing was typed. */
  Secret ask(String promptKey) {
    return mayAsk
        ? terminal.askPassword(text.of(promptKey)).orElseGet(Secret::empty)
        : Secret.empty();
  }
}
