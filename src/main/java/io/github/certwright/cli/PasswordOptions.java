package io.github.certwright.cli;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the two passwords of a new pair come from. */
final class PasswordOptions {
  private static final String SERVER_VARIABLE = "CERTWRIGHT_SERVER_PASSWORD";
  private static final String CLIENT_VARIABLE = "CERTWRIGHT_CLIENT_PASSWORD";

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
   * The passwords; what cannot be had is left empty and is complained about later, with everything
   * else.
   *
   * @param problems takes what went wrong while reading
   */
  PasswordAnswer answer(Secrets secrets, SecureRandom random, List<Problem> problems) {
    Secret server = file(secrets, serverFile, "passwords.server", problems);
    Secret client = file(secrets, clientFile, "passwords.client", problems);
    if (generate) {
      boolean made = server.isEmpty();
      server = made ? Passwords.generate(random) : server;
      client = client.isEmpty() ? Passwords.generate(random) : client;
      return new PasswordAnswer(server, server.copy(), client, client.copy(), made);
    }
    if (server.isEmpty()) {
      server = secrets.fromEnvironment(SERVER_VARIABLE).orElse(server);
    }
    if (client.isEmpty()) {
      client = secrets.fromEnvironment(CLIENT_VARIABLE).orElse(client);
    }
    Asked askedServer =
        ask(secrets, server, "cli.ask.server-password", "cli.ask.server-password-again");
    Asked askedClient =
        ask(secrets, client, "cli.ask.client-password", "cli.ask.client-password-again");
    return new PasswordAnswer(
        askedServer.once(), askedServer.again(), askedClient.once(), askedClient.again(), false);
  }

  private static Secret file(
      Secrets secrets, Optional<String> file, String field, List<Problem> problems) {
    try {
      return secrets.fromFile(file, field).orElseGet(Secret::empty);
    } catch (ProblemException e) {
      problems.add(e.problem());
      return Secret.empty();
    }
  }

  private record Asked(Secret once, Secret again) {}

  private static Asked ask(Secrets secrets, Secret known, String promptKey, String againKey) {
    if (!known.isEmpty()) {
      return new Asked(known, known.copy());
    }
    Optional<Secret> once = secrets.ask(promptKey);
    return once.isEmpty()
        ? new Asked(Secret.empty(), Secret.empty())
        : new Asked(once.get(), secrets.ask(againKey).orElseGet(Secret::empty));
  }
}
