package io.github.certwright.run;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.Checks;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.Authority;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Origin;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * "Renew a certificate": the same names with new dates, for the same key or a new one. {@link
 * PairJob} makes the files; those of before are kept as backups.
 */
public final class RenewJob {
  private final Workbench bench;

  public RenewJob(Workbench bench) {
    this.bench = bench;
  }

  /** The keystore of a job in the history. */
  public static Path keystoreIn(Path folder) {
    return folder.resolve(FileRole.SERVER_KEYSTORE.fileName());
  }

  /**
   * Opens the keystore whose certificate is to be renewed.
   *
   * @throws ProblemException as {@link HeldKey#open}
   */
  public Renewal open(Path keystore, Secret password) throws ProblemException {
    return Renewal.of(HeldKey.open(keystore, password));
  }

  /**
   * What is said about the new certificate.
   *
   * @param newKey the kind of a new key; empty to keep the one there is
   * @param validDays days from today to the new end
   */
  public record Wanted(Optional<KeyChoice> newKey, int validDays) {
    /** The same key for the usual time. */
    public static Wanted usual() {
      return new Wanted(Optional.empty(), CertificateAnswer.DEFAULT_DAYS);
    }
  }

  /**
   * The renewal of a certificate that signs itself. One that an authority issued is refused: it
   * takes a new request ({@link RequestJob#plan(HeldKey)}), or the authority when it is our own.
   *
   * @return the material with its warnings, or every problem
   */
  public Checked<Material> material(Renewal renewal, Wanted wanted) {
    if (!renewal.selfSigned()) {
      return Checked.bad(Problem.of("keystore.file", "renew.problem.authority", renewal.issuer()));
    }
    List<Problem> problems = check(renewal, wanted);
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    X509Certificate old = renewal.held().certificate();
    CertificatePlan plan = plan(renewal, wanted);
    problems.add(Problem.warning("renew.clients", "renew.warning.newFiles"));
    Origin origin = wanted.newKey().isPresent() ? new Origin.NewKey() : new Origin.KeptKey();
    return material(
        renewal,
        wanted,
        plan,
        origin,
        problems,
        (maker, pair) -> maker.selfSignedAgain(old, plan, pair));
  }

  /**
   * The renewal of a certificate that our own root authority issued, or from now on issues.
   *
   * @return the material with its warnings, or every problem
   */
  public Checked<Material> material(Renewal renewal, Wanted wanted, OpenAuthority authority) {
    List<Problem> problems = check(renewal, wanted);
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    X509Certificate old = renewal.held().certificate();
    return switch (authority.within(plan(renewal, wanted))) {
      case Checked.Bad<CertificatePlan>(var bad) -> new Checked.Bad<>(bad);
      case Checked.Good<CertificatePlan>(CertificatePlan plan, var warnings) -> {
        problems.addAll(warnings);
        if (renewal.clients(Optional.of(authority)) == Renewal.Clients.NEED_NEW_FILES) {
          problems.add(Problem.warning("renew.clients", "renew.warning.newFiles"));
        }
        Authority root = authority.authority();
        yield material(
            renewal,
            wanted,
            plan,
            new Origin.OwnAuthority(authority.name(), wanted.newKey().isPresent()),
            problems,
            (maker, pair) -> maker.issuedAgain(old, plan, pair, root));
      }
    };
  }

  private static Checked<Material> material(
      Renewal renewal,
      Wanted wanted,
      CertificatePlan plan,
      Origin origin,
      List<Problem> problems,
      BiFunction<CertificateMaker, KeyPair, Issued> certificate) {
    KeySource source =
        wanted
            .newKey()
            .map(choice -> KeySource.made(choice, certificate))
            .orElseGet(() -> KeySource.kept(renewal.held().pair(), certificate));
    Material material =
        Material.toBeMade(
            "renew", plan, origin, Optional.of(renewal.held().file()), problems, source);
    return new Checked.Good<>(material, problems);
  }

  private static List<Problem> check(Renewal renewal, Wanted wanted) {
    List<Problem> problems =
        new ArrayList<>(
            Checks.certificate(
                new CertificateAnswer(
                    KeyChoice.RSA2048,
                    wanted.validDays(),
                    CertificateAnswer.DEFAULT_ALIAS,
                    StoreFormat.JKS)));
    if (wanted.newKey().isEmpty() && renewal.keyTooWeak()) {
      problems.add(Problem.of("renew.key", "renew.problem.weakKey", renewal.facts().key()));
    }
    return problems;
  }

  private CertificatePlan plan(Renewal renewal, Wanted wanted) {
    Instant now = Instant.now(bench.clock());
    CertificatePlan old = Material.planOf(renewal.held().certificate());
    return new CertificatePlan(
        old.subject(),
        old.names(),
        wanted.newKey().orElse(old.key()),
        Planner.begin(now),
        Planner.end(now, wanted.validDays()),
        renewal.held().alias());
  }
}
