package io.github.certwright.cli;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where and as whom to send the server keystore. */
final class UploadOptions {
  static final String VARIABLE = "CERTWRIGHT_UPLOAD_PASSWORD";

  @Option(names = "--url", paramLabel = "URL", descriptionKey = "cli.option.url")
  Optional<String> url = Optional.empty();

  @Option(names = "--user", paramLabel = "U", descriptionKey = "cli.option.user")
  Optional<String> user = Optional.empty();

  @Option(names = "--token-file", paramLabel = "F", descriptionKey = "cli.option.token-file")
  Optional<String> tokenFile = Optional.empty();

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "cli.option.port")
  Optional<String> port = Optional.empty();

  @Option(names = "--fingerprint", paramLabel = "FP", descriptionKey = "cli.option.fingerprint")
  Optional<String> fingerprint = Optional.empty();

  /**
   * The answer these options give, without asking; the password is empty when it is not known.
   *
   * @param passwordFile what the option for the user's password file says
   */
  UploadAnswer known(Secrets secrets, Optional<String> passwordFile, List<Problem> problems) {
    UploadAnswer.SignIn signIn =
        tokenFile.isPresent()
            ? new UploadAnswer.Token(secrets.fromFile(tokenFile, "where.token", problems))
            : new UploadAnswer.UserPassword(
                user.orElse(""), secrets.given(passwordFile, VARIABLE, "where.password", problems));
    int tlsPort = port.map(typed -> number(typed, 0)).orElse(UploadAnswer.DEFAULT_TLS_PORT);
    return new UploadAnswer(url.orElse(""), signIn, tlsPort);
  }

  /** The same, with the user's password asked for when it is missing. */
  static UploadAnswer ask(Secrets secrets, UploadAnswer known) {
    UploadAnswer.SignIn signIn =
        switch (known.signIn()) {
          case UploadAnswer.Token token -> new UploadAnswer.Token(token.token().copy());
          case UploadAnswer.UserPassword(String name, Secret password) ->
              new UploadAnswer.UserPassword(
                  name,
                  password.isEmpty() ? secrets.ask("cli.ask.upload-password") : password.copy());
        };
    return new UploadAnswer(known.url(), signIn, known.tlsPort());
  }

  /** A whole number that was typed, or the fallback, which no check lets pass. */
  static int number(String typed, int fallback) {
    return typed.strip().matches("[0-9]{1,9}") ? Integer.parseInt(typed.strip()) : fallback;
  }

  /** The fingerprint given, if it is one; {@link #problems} says so otherwise. */
  Optional<Fingerprint> fingerprint() {
    return fingerprint.flatMap(Fingerprint::read);
  }

  /**
   * What does not fit together: a token signs in alone, and without an address there is nobody to
   * talk to.
   *
   * @param urlNeeded whether a missing address is complained about elsewhere
   * @param passwordOption the option for the user's password file, with what it says
   */
  List<Problem> problems(boolean urlNeeded, String passwordOption, Optional<String> passwordFile) {
    List<Problem> problems = new ArrayList<>();
    if (fingerprint.isPresent() && fingerprint().isEmpty()) {
      problems.add(Problem.of("where.fingerprint", "cli.fingerprint.problem.shape"));
    }
    if (tokenFile.isPresent()) {
      together("where.user", "--user", user).ifPresent(problems::add);
      together("where.password", passwordOption, passwordFile).ifPresent(problems::add);
    }
    if (url.isEmpty() && !urlNeeded) {
      alone("where.user", "--user", user).ifPresent(problems::add);
      alone("where.password", passwordOption, passwordFile).ifPresent(problems::add);
      alone("where.token", "--token-file", tokenFile).ifPresent(problems::add);
      alone("where.port", "--port", port).ifPresent(problems::add);
      alone("where.fingerprint", "--fingerprint", fingerprint).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> together(String field, String option, Optional<String> value) {
    return value.map(
        given -> Problem.of(field, "cli.usage.problem.together", option, "--token-file"));
  }

  private static Optional<Problem> alone(String field, String option, Optional<String> value) {
    return value.map(given -> Problem.of(field, "cli.usage.problem.alone", option, "--url"));
  }
}
