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
import java.util.Optional;

/**
 * Passwords and tokens of the command line: from a file, from one line of standard input ({@code
 * -}), from an environment variable, or typed on the terminal without echo; never from an argument,
 * which every user of the computer can read.
 */
final class Secrets {
  private static final int CAP = 64 * 1024;

  private final Terminal terminal;
  private final Text text;

  Secrets(Terminal terminal, Text text) {
    this.terminal = terminal;
    this.text = text;
  }

  /**
   * The secret a file option names; empty when the option was not given.
   *
   * @param field the field to which problems belong
   */
  Optional<Secret> fromFile(Optional<String> file, String field) throws ProblemException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(file.get().equals("-") ? fromInput(field) : fromFile(file.get()));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new ProblemException(Problem.of(field, "cli.password.problem.missing", file.get()), e);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(field, "cli.password.problem.unreadable", file.get())
              .withDetail(e.getClass().getSimpleName()),
          e);
    } catch (ProblemException e) {
      throw new ProblemException(e.problem().at(field), e);
    }
  }

  private static Secret fromFile(String file) throws IOException, ProblemException {
    byte[] bytes = {};
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(CAP);
      return ClientPassword.read(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private Secret fromInput(String field) throws IOException, ProblemException {
    return terminal
        .readLine()
        .orElseThrow(() -> new ProblemException(Problem.of(field, "cli.password.problem.noInput")));
  }

  Optional<Secret> fromEnvironment(String name) {
    return terminal.environment(name).map(Secret::ofText);
  }

  /** Asks once; empty when nobody can be asked. */
  Optional<Secret> ask(String promptKey) {
    return terminal.askPassword(text.of(promptKey));
  }

  /** The first source that has it, asking last; an empty secret when there is none. */
  Secret any(Optional<String> file, String variable, String promptKey, String field)
      throws ProblemException {
    return fromFile(file, field)
        .or(() -> fromEnvironment(variable))
        .or(() -> ask(promptKey))
        .orElseGet(Secret::empty);
  }
}
