package io.github.certwright.run;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.Checks;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.Authority;
import io.github.certwright.issue.AuthorityMaker;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Origin;
import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.plan.Plan.Step;
import io.github.certwright.plan.PlanSteps;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** "Our own root authority": makes it, opens it, issues from it and exports its certificate. */
public final class AuthorityJob {
  /** The entry name in {@code authority.p12}. */
  public static final String ALIAS = "authority";

  private final Workbench bench;

  public AuthorityJob(Workbench bench) {
    this.bench = bench;
  }

  /** The plan with its warnings, or all problems; reads the disk, writes nothing. */
  public Checked<AuthorityPlan> plan(AuthorityAnswers answers) {
    return AuthorityPlan.of(
        answers, new Survey(bench.machine(), bench.clock()).of(answers.where()));
  }

  /**
   * Makes the root authority; on cancel or failure everything is as it was.
   *
   * @param password opens {@code authority.p12}
   */
  public Finished create(
      AuthorityPlan plan, Secret password, Progress progress, Cancellation cancellation) {
    FileWork work =
        new FileWork(
            bench, "authority create", plan.folder(), plan.steps(), progress, cancellation);
    return work.run(
        plan.newFolder(),
        transaction -> {
          work.steps().running("key");
          KeyPair pair = cancellation.await(() -> bench.keys().pair(plan.key()));
          work.steps().done("key");
          work.steps().running("authority");
          Authority made = new AuthorityMaker(bench.random()).root(plan, pair);
          work.steps().done("authority");
          work.about(Facts.of(made.certificate()));
          byte[] store =
              KeystoreWriter.server(
                  StoreFormat.PKCS12, ALIAS, made.key(), made.certificate(), password);
          try {
            for (PlannedFile file : plan.files()) {
              boolean secret = file.role() == FileRole.AUTHORITY_KEYSTORE;
              work.write(transaction, file, secret ? store : pem(made.certificate()));
            }
          } finally {
            Arrays.fill(store, (byte) 0);
          }
        });
  }

  /**
   * Opens an authority.
   *
   * @throws ProblemException when the file cannot be opened or is no root authority
   */
  public OpenAuthority open(Path file, Secret password) throws ProblemException {
    return OpenAuthority.open(file, password, Instant.now(bench.clock()));
  }

  /**
   * A certificate to be issued for one server; {@link PairJob} makes the files.
   *
   * @return the material with its warnings, or every problem
   */
  public Checked<Material> issue(
      OpenAuthority authority,
      ServerAnswer server,
      OrganisationAnswer organisation,
      CertificateAnswer wanted) {
    List<Problem> problems = new ArrayList<>(Checks.server(server));
    problems.addAll(Checks.organisation(organisation));
    problems.addAll(Checks.certificate(wanted));
    if (problems.stream().anyMatch(Problem::stops)) {
      return new Checked.Bad<>(problems);
    }
    CertificatePlan plan =
        Planner.certificate(
                server, organisation, wanted.key(), wanted.validDays(), Instant.now(bench.clock()))
            .called(wanted.alias());
    return switch (authority.within(plan)) {
      case Checked.Bad<CertificatePlan>(var bad) -> new Checked.Bad<>(bad);
      case Checked.Good<CertificatePlan>(CertificatePlan fits, var warnings) -> {
        problems.addAll(warnings);
        Authority root = authority.authority();
        yield new Checked.Good<>(
            Material.toBeMade(
                "authority issue",
                fits,
                new Origin.OwnAuthority(authority.name(), true),
                Optional.empty(),
                warnings,
                KeySource.made(fits.key(), (maker, pair) -> maker.issued(fits, pair, root))),
            problems);
      }
    };
  }

  /** The forms in which a certificate is exported. */
  public enum Form {
    /** Text (RFC 7468), as Linux, Firefox and macOS like it. */
    PEM,
    /** Bytes, as Windows likes it. */
    DER
  }

  /**
   * The export, or why it cannot be done.
   *
   * @param authority the file that holds its key, in whose place the export may not be put
   * @param replace whether a file that is there may be replaced (a backup is kept)
   */
  public Checked<PlannedFile> planExport(Path authority, Path target, boolean replace) {
    Path file = target.toAbsolutePath().normalize();
    if (same(authority, file)) {
      return Checked.bad(Problem.of("authority.out", "authority.export.problem.keystore", file));
    }
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    return there && !replace
        ? Checked.bad(Problem.of("authority.out", "authority.export.problem.exists", file))
        : Checked.good(new PlannedFile(FileRole.AUTHORITY_CERTIFICATE, file, there));
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException _) {
      // One of them is not there, or cannot be looked at, which opening or writing it will say.
      return one.toAbsolutePath().normalize().equals(other);
    }
  }

  /** The steps of an export. */
  public static List<Step> steps(PlannedFile export) {
    return PlanSteps.writing(export);
  }

  /** Writes the authority's certificate, and never its key. */
  public Finished export(
      PlannedFile planned,
      OpenAuthority authority,
      Form form,
      Progress progress,
      Cancellation cancellation) {
    Path folder = planned.path().getParent();
    FileWork work =
        new FileWork(bench, "authority export", folder, steps(planned), progress, cancellation);
    X509Certificate certificate = authority.certificate();
    return work.run(
        !Files.exists(folder),
        transaction -> {
          work.about(authority.facts());
          work.write(transaction, planned, form == Form.PEM ? pem(certificate) : der(certificate));
        });
  }

  static byte[] pem(X509Certificate certificate) {
    try {
      return CertificateReader.pem(certificate).getBytes(StandardCharsets.US_ASCII);
    } catch (CertificateException e) {
      throw new IllegalStateException("A certificate that was read can be encoded.", e);
    }
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A certificate that was read can be encoded.", e);
    }
  }
}
