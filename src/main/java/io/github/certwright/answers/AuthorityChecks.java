package io.github.certwright.answers;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/** Checks the answers for requests, authorities, and pairs whose certificate is there already. */
public final class AuthorityChecks {
  /** Upper bound of a common name: RFC 5280 appendix A.1, ub-common-name. */
  private static final int MAX_NAME = 64;

  private static final int MAX_DAYS = 36_500;
  private static final int MAX_DOMAINS = 100;

  private AuthorityChecks() {}

  /** The answers for a request to an authority. */
  public static List<Problem> request(RequestAnswers answers) {
    List<Problem> problems = new ArrayList<>(Checks.server(answers.server()));
    problems.addAll(Checks.organisation(answers.organisation()));
    problems.addAll(
        PasswordRules.keystore("passwords.server", answers.password(), answers.passwordAgain()));
    problems.addAll(Checks.alias(answers.alias()));
    problems.addAll(Checks.format(answers.format()));
    problems.addAll(Checks.where(answers.where()));
    return problems;
  }

  /**
   * One password of a keystore that only its keeper opens.
   *
   * @param field of the password; the repetition's is called the same with {@code Again} behind it
   */
  public static List<Problem> password(String field, Secret password, Secret again) {
    return PasswordRules.keystore(field, password, again);
  }

  /** The answers for a pair whose certificate is there already. */
  public static List<Problem> pair(PairAnswers answers) {
    List<Problem> problems = new ArrayList<>(Checks.passwords(answers.passwords()));
    problems.addAll(Checks.alias(answers.alias()));
    problems.addAll(Checks.format(answers.format()));
    problems.addAll(Checks.where(answers.where()));
    return problems;
  }

  /** The answers for a root authority. */
  public static List<Problem> authority(AuthorityAnswers answers) {
    List<Problem> problems = new ArrayList<>();
    String name = answers.name();
    if (name.isBlank()) {
      problems.add(Problem.of("authority.name", "authority.name.problem.empty"));
    } else if (name.codePointCount(0, name.length()) > MAX_NAME || Visible.hides(name)) {
      problems.add(
          Problem.of(
              "authority.name", "authority.name.problem.letters", Visible.text(name), MAX_NAME));
    }
    problems.addAll(Checks.organisation(answers.organisation()));
    if (!AuthorityAnswers.keys().contains(answers.key())) {
      problems.add(Problem.of("authority.key", "authority.key.problem.weak", answers.key().word()));
    }
    if (answers.validDays() < 1 || answers.validDays() > MAX_DAYS) {
      problems.add(Problem.of("authority.days", "authority.days.problem.range", MAX_DAYS));
    }
    if (answers.domains().size() > MAX_DOMAINS) {
      problems.add(Problem.of("authority.domains", "authority.domains.problem.many", MAX_DOMAINS));
    }
    answers.domains().forEach(typed -> problems.addAll(domain(typed).problems()));
    problems.addAll(
        PasswordRules.keystore("authority.password", answers.password(), answers.passwordAgain()));
    problems.addAll(Checks.where(answers.where()));
    return problems;
  }

  /** The answers for a list of servers. */
  public static List<Problem> list(ListAnswers answers) {
    List<Problem> problems = new ArrayList<>(Checks.organisation(answers.organisation()));
    if (!answers.password().isEmpty()) {
      problems.addAll(
          PasswordRules.keystore("passwords.server", answers.password(), answers.password()));
    }
    problems.addAll(PasswordRules.keystore("passwords.client", answers.client(), answers.client()));
    if (!answers.client().isEmpty() && answers.client().sameAs(answers.password())) {
      problems.add(Problem.of("passwords.client", "passwords.client.problem.same"));
    }
    problems.addAll(
        Checks.certificate(
            new CertificateAnswer(
                answers.key(), answers.validDays(), answers.alias(), answers.format())));
    problems.addAll(Checks.where(answers.where()));
    return problems;
  }

  /**
   * A domain as a name constraint holds it (RFC 5280 4.2.1.10): A-labels without a leading dot,
   * which stands for the domain and everything below it.
   */
  public static Checked<String> domain(String typed) {
    String field = "authority.domains";
    String bare = typed.strip().replaceFirst("^\\.", "");
    return switch (HostNames.read(field, bare)) {
      case Checked.Bad<HostName>(var problems) -> new Checked.Bad<>(problems);
      case Checked.Good<HostName>(HostName.Dns dns, var warnings) when !dns.wildcard() ->
          new Checked.Good<>(dns.ascii(), warnings);
      case Checked.Good<HostName> _ ->
          Checked.bad(Problem.of(field, "authority.domains.problem.shape", Visible.text(typed)));
    };
  }
}
