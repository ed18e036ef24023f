package io.github.certwright.answers;

import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/** What the two passwords must be like. */
final class PasswordRules {
  /**
   * keytool refuses shorter ones:
   * https://docs.oracle.com/en/java/javase/25/docs/specs/man/keytool.html.
   */
  private static final int LEAST = 6;

  private static final int ADVISED = 8;
  private static final int MOST = 256;

  private PasswordRules() {}

  static List<Problem> check(PasswordAnswer answer) {
    List<Problem> problems = new ArrayList<>();
    problems.addAll(one("passwords.server", answer.server()));
    problems.addAll(again("passwords.serverAgain", answer.server(), answer.serverAgain()));
    problems.addAll(one("passwords.client", answer.client()));
    problems.addAll(again("passwords.clientAgain", answer.client(), answer.clientAgain()));
    if (!answer.client().isEmpty() && answer.client().sameAs(answer.server())) {
      problems.add(Problem.of("passwords.client", "passwords.client.problem.same"));
    }
    return problems;
  }

  /**
   * The one password of a keystore that nobody but its keeper opens, typed twice.
   *
   * @param field of the first; the second's is called the same with {@code Again} behind it
   */
  static List<Problem> keystore(String field, Secret password, Secret passwordAgain) {
    List<Problem> problems = new ArrayList<>(one(field, password));
    problems.addAll(again(field + "Again", password, passwordAgain));
    return problems;
  }

  private static List<Problem> one(String field, Secret password) {
    List<Problem> problems = new ArrayList<>();
    if (password.isEmpty()) {
      problems.add(Problem.of(field, "passwords.one.problem.empty"));
      return problems;
    }
    if (!password.isPrintableAscii()) {
      problems.add(Problem.of(field, "passwords.one.problem.letters"));
    }
    if (password.length() < LEAST) {
      problems.add(Problem.of(field, "passwords.one.problem.short", LEAST));
    } else if (password.length() < ADVISED) {
      problems.add(Problem.warning(field, "passwords.one.warning.short", ADVISED));
    }
    if (password.length() > MOST) {
      problems.add(Problem.of(field, "passwords.one.problem.long", MOST));
    }
    return problems;
  }

  private static List<Problem> again(String field, Secret first, Secret second) {
    return first.sameAs(second)
        ? List.of()
        : List.of(Problem.of(field, "passwords.again.problem.differs"));
  }
}
