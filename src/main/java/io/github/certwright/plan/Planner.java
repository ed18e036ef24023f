package io.github.certwright.plan;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.Checks;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAddress;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.CertificatePlan.NamePart;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.plan.Surroundings.FolderState;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers and what was seen of the disk, into a plan or into every problem at once. Pure. */
public final class Planner {
  /** A clock that is a little slow elsewhere must not make the certificate "not yet valid". */
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  /** Upper bound of a common name: RFC 5280 appendix A.1, ub-common-name. */
  private static final int MAX_COMMON_NAME = 64;

  private Planner() {}

  /** The plan with its warnings, or all problems. */
  public static Checked<Plan> plan(Answers answers, Surroundings surroundings) {
    List<Problem> problems = new ArrayList<>(Checks.all(answers));
    WhereAnswer where = answers.where();
    problems.addAll(SurroundingsChecks.check(where, surroundings, FileRole.PAIR, where.replace()));
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    Plan plan =
        new Plan(
            certificate(answers, surroundings.now()),
            answers.certificate().format(),
            surroundings.folder().path(),
            surroundings.folder().state() == FolderState.NEW,
            files(FileRole.PAIR, where, surroundings, answers.passwords().generated()),
            installs(surroundings),
            where.upload().map(Planner::upload));
    return new Checked.Good<>(plan, problems);
  }

  /** The certificate these answers give; for a live preview as well as for the plan. */
  public static CertificatePlan certificate(Answers answers, Instant now) {
    List<HostName> names = names(answers.server());
    CertificateAnswer wanted = answers.certificate();
    return certificate(names, answers.organisation(), wanted.key(), wanted.validDays(), now)
        .called(wanted.alias());
  }

  /** The certificate for names, the main one first. */
  static CertificatePlan certificate(
      List<HostName> names,
      OrganisationAnswer organisation,
      KeyChoice key,
      int validDays,
      Instant now) {
    return new CertificatePlan(
        subject(names.getFirst(), organisation),
        names,
        key,
        begin(now),
        end(now, validDays),
        CertificateAnswer.DEFAULT_ALIAS);
  }

  /** When a certificate made now begins. */
  public static Instant begin(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).minus(CLOCK_SKEW);
  }

  /** When a certificate made now ends. */
  public static Instant end(Instant now, int validDays) {
    return now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(validDays));
  }

  /** The certificate that a server is given by our own authority, or asks another one for. */
  public static CertificatePlan certificate(
      ServerAnswer server,
      OrganisationAnswer organisation,
      KeyChoice key,
      int validDays,
      Instant now) {
    return certificate(names(server), organisation, key, validDays, now);
  }

  /** Every name of a checked answer, main name first, none twice. */
  static List<HostName> names(ServerAnswer server) {
    return good(Checks.names(server));
  }

  private static <T> T good(Checked<T> checked) {
    return switch (checked) {
      case Checked.Good<T> good -> good.value();
      case Checked.Bad<T> bad ->
          throw new IllegalArgumentException("Not checked before: " + bad.problems());
    };
  }

  /** The distinguished name, most specific attribute first; empty answers are left out. */
  public static List<NamePart> subject(HostName main, OrganisationAnswer organisation) {
    return AuthorityPlan.subject(commonName(main), organisation);
  }

  static void add(List<NamePart> parts, String type, String value) {
    if (!value.isEmpty()) {
      parts.add(new NamePart(type, value));
    }
  }

  private static String commonName(HostName main) {
    if (main.ascii().length() <= MAX_COMMON_NAME) {
      return main.ascii();
    }
    return switch (main) {
      case HostName.Dns dns when dns.wildcard() ->
          new HostName.Dns(dns.ascii().substring(2), dns.display()).shortName();
      case HostName.Dns dns -> dns.shortName();
      case HostName.Ip ip -> ip.ascii();
    };
  }

  /**
   * The files of some roles.
   *
   * @param generated whether the server's password is written beside its keystore
   */
  static List<PlannedFile> files(
      List<FileRole> roles, WhereAnswer where, Surroundings surroundings, boolean generated) {
    List<PlannedFile> files = new ArrayList<>();
    Path folder = surroundings.folder().path();
    for (FileRole role : roles) {
      if (role == FileRole.SERVER_PASSWORD && !generated) {
        continue;
      }
      Optional<Path> elsewhere = role == FileRole.CLIENT_KIT ? where.kit() : Optional.empty();
      boolean there =
          elsewhere.isPresent()
              ? surroundings.kitExists()
              : surroundings.folder().names().contains(role.fileName());
      files.add(
          new PlannedFile(role, elsewhere.orElseGet(() -> folder.resolve(role.fileName())), there));
    }
    return files;
  }

  static List<PlannedInstall> installs(Surroundings surroundings) {
    return surroundings.tools().stream()
        .map(
            tool ->
                new PlannedInstall(
                    tool.path(), tool.label(), tool.hasStore() || tool.hasPassword()))
        .toList();
  }

  static PlannedUpload upload(UploadAnswer answer) {
    String user =
        switch (answer.signIn()) {
          case UploadAnswer.UserPassword named -> named.user();
          case UploadAnswer.Token token -> "";
        };
    return new PlannedUpload(good(ServerAddress.read(answer.url())), user, answer.tlsPort());
  }
}
