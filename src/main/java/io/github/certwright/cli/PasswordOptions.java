package io.github.certwright.cli;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the two passwords of a new pair come from. */
final class PasswordOptions {
  static final String SERVER_VARIABLE = "CERTWRIGHT_SERVER_PASSWORD";
  static final String CLIENT_VARIABLE = "CERTWRIGHT_CLIENT_PASSWORD";

  @Option(
      names = "--server-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.server-password-file")
  Optional<String> serverFile = Optional.empty();

  @Option(
      names = "--client-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.client-password-file")
  Optional<String> clientFile = Optional.empty();

  @Option(names = "--generate-passwords", descriptionKey = "cli.option.generate-passwords")
  boolean generate;

  /**
   * The passwords as far as they are known without asking; what is not known is empty. Those that
   * are to be made are made where no file was named; the environment does not count then.
   *
   * @param problems takes what went wrong while reading
   */
  PasswordAnswer known(Secrets secrets, SecureRandom random, List<Problem> problems) {
    Secret server = makesServer() ? Passwords.generate(random) : server(secrets, problems);
    Secret client = client(secrets, random, problems);
    return new PasswordAnswer(server, server.copy(), client, client.copy(), makesServer());
  }

  /** Whether the server's password is to be made: a file that is named goes before. */
  boolean makesServer() {
    return generate && serverFile.isEmpty();
  }

  /** The server's password as far as it is known; empty where it is to be made. */
  Secret server(Secrets secrets, List<Problem> problems) {
    return generate
        ? secrets.fromFile(serverFile, "passwords.server", problems)
        : secrets.given(serverFile, SERVER_VARIABLE, "passwords.server", problems);
  }

  /** The client's password, made where it is to be; empty where it is not known. */
  Secret client(Secrets secrets, SecureRandom random, List<Problem> problems) {
    if (generate) {
      return clientFile.isPresent()
          ? secrets.fromFile(clientFile, "passwords.client", problems)
          : Passwords.generate(random);
    }
    return secrets.given(clientFile, CLIENT_VARIABLE, "passwords.client", problems);
  }

  /** The same, with what is missing asked for, twice each. */
  static PasswordAnswer ask(Secrets secrets, PasswordAnswer known) {
    boolean server = known.server().isEmpty();
    boolean client = known.client().isEmpty();
    return new PasswordAnswer(
        server ? secrets.ask("cli.ask.server-password") : known.server().copy(),
        server ? secrets.ask("cli.ask.server-password-again") : known.serverAgain().copy(),
        client ? secrets.ask("cli.ask.client-password") : known.client().copy(),
        client ? secrets.ask("cli.ask.client-password-again") : known.clientAgain().copy(),
        known.generated());
  }
}
