package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A root authority of one's own, with its password. */
final class OpenOptions {
  static final String VARIABLE = "CERTWRIGHT_AUTHORITY_PASSWORD";
  private static final String FIELD = "authority.password";

  @Option(names = "--authority", paramLabel = "F", descriptionKey = "cli.option.authority")
  Optional<Path> file = Optional.empty();

  @Option(
      names = "--authority-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.authority-password-file")
  Optional<String> passwordFile = Optional.empty();

  /** The authority's password, given or asked for; empty when there is no authority. */
  Secret password(Secrets secrets, List<Problem> problems) {
    if (file.isEmpty()) {
      return Secret.empty();
    }
    Secret known = secrets.given(passwordFile, VARIABLE, FIELD, problems);
    if (!known.isEmpty() || problems.stream().anyMatch(Problem::stops)) {
      return known;
    }
    Secret asked = secrets.ask("cli.ask.authority-password");
    if (asked.isEmpty()) {
      problems.add(noPassword(file.get()));
    }
    return asked;
  }

  /** Nobody has said the password of an authority, nor could anybody be asked. */
  static Problem noPassword(Object file) {
    return Problem.of(
        FIELD, "cli.password.problem.none", file, "--authority-password-file", VARIABLE);
  }
}
