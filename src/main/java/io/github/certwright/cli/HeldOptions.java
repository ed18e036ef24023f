package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.Material;
import io.github.certwright.run.PairJob;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A server keystore that exists, with the passwords of its pair. */
final class HeldOptions {
  private static final String FIELD = "keystore.password";

  @Option(names = "--keystore", paramLabel = "F", descriptionKey = "cli.option.held-keystore")
  Optional<Path> keystore = Optional.empty();

  @Option(
      names = "--server-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.server-password-file")
  Optional<String> serverFile = Optional.empty();

  @Option(
      names = "--client-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.client-password-kept")
  Optional<String> clientFile = Optional.empty();

  /** The password of the keystore: given, or asked for; a problem when nobody knows it. */
  Secret server(Secrets secrets, Path file, List<Problem> problems) {
    Secret known = secrets.given(serverFile, PasswordOptions.SERVER_VARIABLE, FIELD, problems);
    if (!known.isEmpty() || problems.stream().anyMatch(Problem::stops)) {
      return known;
    }
    Secret asked = secrets.ask("cli.ask.keystore-password");
    if (asked.isEmpty()) {
      problems.add(
          Problem.of(
              FIELD,
              "cli.password.problem.none",
              file,
              "--server-password-file",
              PasswordOptions.SERVER_VARIABLE));
    }
    return asked;
  }

  /** The password of the client file: given, or what the job proposes. */
  Secret client(Face face, Material material, Secret server, List<Problem> problems) {
    Secret known =
        face.secrets()
            .given(clientFile, PasswordOptions.CLIENT_VARIABLE, "passwords.client", problems);
    return known.isEmpty() && problems.stream().noneMatch(Problem::stops)
        ? new PairJob(face.bench(), face.server(), face.waiting())
            .clientPassword(material.keystore(), server)
        : known;
  }
}
