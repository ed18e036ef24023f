package io.github.certwright.answers;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks each page's answer; every problem at once, each at its field. The same rules serve the
 * wizard and the command line.
 */
public final class Checks {
  /** Names in one certificate; more is surely a mistake, and some readers stop at 100. */
  private static final int MAX_NAMES = 100;

  private static final int MAX_DAYS = 36_500;
  private static final int MAX_ALIAS = 64;
  private static final int MAX_PORT = 65_535;

  private Checks() {}

  /** Every page's problems, in the order of the pages. */
  public static List<Problem> all(Answers answers) {
    List<Problem> problems = new ArrayList<>(server(answers.server()));
    problems.addAll(organisation(answers.organisation()));
    problems.addAll(passwords(answers.passwords()));
    problems.addAll(certificate(answers.certificate()));
    problems.addAll(where(answers.where()));
    return problems;
  }

  /** The server's names. */
  public static List<Problem> server(ServerAnswer answer) {
    return names(answer).problems();
  }

  /** Every name of a server in the form a certificate holds, main name first, none twice. */
  public static Checked<List<HostName>> names(ServerAnswer answer) {
    List<Problem> problems = new ArrayList<>();
    Set<HostName> names = new LinkedHashSet<>();
    add(HostNames.read("server.name", answer.name()), names, problems);
    for (String also : answer.alsoNames()) {
      add(HostNames.read("server.also", also), names, problems);
    }
    if (answer.alsoNames().size() >= MAX_NAMES) {
      problems.add(Problem.of("server.also", "server.also.problem.many", MAX_NAMES));
    }
    for (Problem problem : problems) {
      if (problem.stops()) {
        return new Checked.Bad<>(problems);
      }
    }
    return new Checked.Good<>(List.copyOf(names), problems);
  }

  private static void add(Checked<HostName> read, Set<HostName> names, List<Problem> problems) {
    if (read instanceof Checked.Good<HostName>(HostName name, var _)) {
      names.add(name);
    }
    problems.addAll(read.problems());
  }

  /**
   * The optional parts of the distinguished name; the lengths are the upper bounds of RFC 5280
   * appendix A.1.
   */
  public static List<Problem> organisation(OrganisationAnswer answer) {
    List<Problem> problems = new ArrayList<>();
    problems.addAll(part("organisation.organization", answer.organization(), 64));
    problems.addAll(part("organisation.unit", answer.unit(), 64));
    problems.addAll(part("organisation.city", answer.city(), 128));
    problems.addAll(part("organisation.state", answer.state(), 128));
    if (!answer.country().isEmpty() && !Countries.known(answer.country())) {
      problems.add(
          Problem.of(
              "organisation.country",
              "organisation.country.problem.unknown",
              Visible.text(answer.country())));
    }
    return problems;
  }

  private static List<Problem> part(String field, String value, int most) {
    List<Problem> problems = new ArrayList<>();
    if (value.isEmpty()) {
      return problems;
    }
    if (value.isBlank()) {
      problems.add(Problem.of(field, "organisation.part.problem.blank"));
    }
    if (value.codePoints().anyMatch(c -> Character.isISOControl(c) || unpaired(c))) {
      problems.add(Problem.of(field, "organisation.part.problem.control", Visible.text(value)));
    } else if (Visible.hides(value)) {
      problems.add(Problem.warning(field, "organisation.part.warning.hidden", Visible.text(value)));
    }
    int length = value.codePointCount(0, value.length());
    if (length > most) {
      problems.add(Problem.of(field, "organisation.part.problem.long", most, length));
    }
    return problems;
  }

  private static boolean unpaired(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  /** The two passwords; each rule's reason is in its message. */
  public static List<Problem> passwords(PasswordAnswer answer) {
    return PasswordRules.check(answer);
  }

  /** Key, validity, alias and format. */
  public static List<Problem> certificate(CertificateAnswer answer) {
    List<Problem> problems = new ArrayList<>();
    if (answer.validDays() < 1 || answer.validDays() > MAX_DAYS) {
      problems.add(Problem.of("certificate.days", "certificate.days.problem.range", MAX_DAYS));
    } else if (answer.validDays() > CertificateAnswer.DEFAULT_DAYS) {
      problems.add(
          Problem.warning(
              "certificate.days", "certificate.days.warning.long", CertificateAnswer.DEFAULT_DAYS));
    }
    problems.addAll(alias(answer.alias()));
    problems.addAll(format(answer.format()));
    return problems;
  }

  static List<Problem> alias(String alias) {
    if (alias.isBlank()) {
      return List.of(Problem.of("certificate.alias", "certificate.alias.problem.empty"));
    }
    boolean good =
        alias.length() <= MAX_ALIAS && alias.matches("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");
    return good
        ? List.of()
        : List.of(Problem.of("certificate.alias", "certificate.alias.problem.letters", MAX_ALIAS));
  }

  static List<Problem> format(StoreFormat format) {
    return switch (format) {
      case JKS -> List.of();
      case PKCS12 ->
          List.of(Problem.warning("certificate.format", "certificate.format.warning.pkcs12"));
      case PKCS12_JAVA8 ->
          List.of(Problem.warning("certificate.format", "certificate.format.warning.java8"));
    };
  }

  /** The targets as far as they can be judged without looking at the disk. */
  public static List<Problem> where(WhereAnswer answer) {
    List<Problem> problems = new ArrayList<>();
    if (answer.folder().isBlank()) {
      problems.add(Problem.of("where.folder", "where.folder.problem.empty"));
    }
    Set<Object> seen = new HashSet<>();
    for (Object tool : answer.tools()) {
      if (!seen.add(tool)) {
        problems.add(Problem.warning("where.tools", "where.tools.warning.twice", tool));
      }
    }
    answer.upload().ifPresent(upload -> problems.addAll(upload(upload)));
    return problems;
  }

  /** Where and as whom to send the keystore. */
  public static List<Problem> upload(UploadAnswer answer) {
    List<Problem> problems = new ArrayList<>(ServerAddress.read(answer.url()).problems());
    if (answer.tlsPort() < 1 || answer.tlsPort() > MAX_PORT) {
      problems.add(Problem.of("where.port", "where.port.problem.range", MAX_PORT));
    }
    switch (answer.signIn()) {
      case UploadAnswer.UserPassword user -> {
        if (user.user().isBlank()) {
          problems.add(Problem.of("where.user", "where.user.problem.empty"));
        } else if (user.user().indexOf(':') >= 0) {
          // RFC 7617 section 2: the first colon ends the user name.
          problems.add(Problem.of("where.user", "where.user.problem.colon"));
        }
        if (user.password().isEmpty()) {
          problems.add(Problem.of("where.password", "where.password.problem.empty"));
        }
      }
      case UploadAnswer.Token token -> {
        if (token.token().isEmpty()) {
          problems.add(Problem.of("where.token", "where.token.problem.empty"));
        } else if (!token.token().isPrintableAscii()) {
          problems.add(Problem.of("where.token", "where.token.problem.letters"));
        }
      }
    }
    return problems;
  }
}
