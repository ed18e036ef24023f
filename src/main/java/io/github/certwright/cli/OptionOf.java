package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import java.util.Optional;
import java.util.Set;

/** The option that answers a question which a window asks beside a field. */
final class OptionOf {
  /** The commands that can make the passwords themselves. */
  private static final Set<String> MAKING =
      Set.of("create", "import", "authority issue", "request");

  private OptionOf() {}

  /** What to write on the command line to mend a problem, or empty where its words say it. */
  static Optional<String> problem(String job, Problem problem) {
    return switch (problem.key()) {
      case "server.name.problem.empty" -> Optional.of("--server");
      case "where.folder.problem.empty" -> Optional.of("--out");
      case "where.folder.problem.exists", "run.trust.export.problem.exists" ->
          Optional.of("--replace");
      case "keystore.pem.problem.passwordMissing",
          "keystore.pem.problem.wrongPassword",
          "cli.import.problem.noPassword" ->
          Optional.of("--from-password-file").filter(_ -> job.equals("import"));
      default ->
          problem.key().startsWith("passwords.one.")
              ? password(job, problem.field())
              : Optional.empty();
    };
  }

  private static Optional<String> password(String job, String field) {
    return switch (field) {
      case "passwords.server" ->
          Optional.of(
              MAKING.contains(job)
                  ? "--server-password-file, --generate-passwords"
                  : "--server-password-file");
      case "passwords.client" ->
          Optional.of(
              MAKING.contains(job)
                  ? "--client-password-file, --generate-passwords"
                  : "--client-password-file");
      default -> Optional.empty();
    };
  }
}
