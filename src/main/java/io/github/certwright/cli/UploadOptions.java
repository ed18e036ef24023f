package io.github.certwright.cli;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where and as whom to send the server keystore. */
final class UploadOptions {
  static final String VARIABLE = "CERTWRIGHT_UPLOAD_PASSWORD";

  @Option(names = "--url", paramLabel = "https://HOST:8111", descriptionKey = "cli.option.url")
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
   * The answer these options give.
   *
   * @param passwordFile the option that names the user's password file
   */
  UploadAnswer answer(Secrets secrets, Optional<String> passwordFile) throws ProblemException {
    return new UploadAnswer(url.orElse(""), signIn(secrets, passwordFile), port());
  }

  private UploadAnswer.SignIn signIn(Secrets secrets, Optional<String> passwordFile)
      throws ProblemException {
    var token = secrets.fromFile(tokenFile, "where.token");
    if (token.isPresent()) {
      return new UploadAnswer.Token(token.get());
    }
    return new UploadAnswer.UserPassword(
        user.orElse(""),
        secrets.any(passwordFile, VARIABLE, "cli.ask.upload-password", "where.password"));
  }

  /** The port, or one that no check lets pass when it is not a number. */
  private int port() {
    return port.map(typed -> number(typed, 0)).orElse(UploadAnswer.DEFAULT_TLS_PORT);
  }

  /** A whole number that was typed, or the fallback. */
  static int number(String typed, int fallback) {
    return typed.strip().matches("[0-9]{1,9}") ? Integer.parseInt(typed.strip()) : fallback;
  }

  Optional<Fingerprint> fingerprint() throws ProblemException {
    return TrustQuestion.read(fingerprint, "where.fingerprint");
  }

  /** Options that only make sense together with an address. */
  Optional<Problem> misplaced() {
    boolean alone =
        url.isEmpty()
            && (user.isPresent()
                || tokenFile.isPresent()
                || port.isPresent()
                || fingerprint.isPresent());
    return alone
        ? Optional.of(Problem.of("where.url", "where.url.problem.empty"))
        : Optional.empty();
  }
}
