package io.github.certwright.run;

import io.github.certwright.answers.HostName;
import io.github.certwright.issue.AnswerChain;
import io.github.certwright.issue.Authority;
import io.github.certwright.issue.AuthorityLimits;
import io.github.certwright.issue.CertifiedNames;
import io.github.certwright.plan.CertificatePlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A root authority of one's own, opened. Holds its key: drop it when the job has ended. */
public final class OpenAuthority {
  private static final String FIELD = "authority.file";
  private static final int CERT_SIGN = 5;

  private final Path file;
  private final Authority authority;
  private final AuthorityLimits limits;

  private OpenAuthority(Path file, Authority authority) {
    this.file = file;
    this.authority = authority;
    this.limits = AuthorityLimits.of(authority.certificate());
  }

  /**
   * Opens {@code authority.p12}.
   *
   * @throws ProblemException as {@link HeldKey#open}, or when the key is no root authority's or the
   *     authority has ended
   */
  static OpenAuthority open(Path file, Secret password, Instant now) throws ProblemException {
    HeldKey held;
    try {
      held = HeldKey.open(file, password);
    } catch (ProblemException e) {
      throw new ProblemException(e.problem().at(FIELD), e);
    }
    X509Certificate certificate = held.certificate();
    boolean[] uses = certificate.getKeyUsage();
    if (certificate.getBasicConstraints() < 0
        || !AnswerChain.signsItself(certificate)
        || (uses != null && !uses[CERT_SIGN])) {
      throw new ProblemException(Problem.of(FIELD, "authority.open.problem.notOne", file));
    }
    Instant end = certificate.getNotAfter().toInstant();
    if (now.isAfter(end)) {
      throw new ProblemException(Problem.of(FIELD, "authority.open.problem.expired", file, end));
    }
    return new OpenAuthority(held.file(), new Authority(held.key(), certificate));
  }

  public Path file() {
    return file;
  }

  /** What a person calls it. */
  public String name() {
    return CertifiedNames.title(authority.certificate().getSubjectX500Principal().getName());
  }

  /** The only domains it may issue for; empty for any. */
  public List<String> domains() {
    return limits.domains();
  }

  /** What can be said about its certificate. */
  public CertificateFacts facts() {
    return Facts.of(authority.certificate());
  }

  public X509Certificate certificate() {
    return authority.certificate();
  }

  /** Whether it issued a certificate. */
  public boolean issued(X509Certificate certificate) {
    return AnswerChain.issued(authority.certificate(), certificate);
  }

  Authority authority() {
    return authority;
  }

  /**
   * The certificate as this authority can issue it: names outside its domains are refused, and an
   * end beyond its own is brought forward.
   */
  Checked<CertificatePlan> within(CertificatePlan plan) {
    List<Problem> problems = new ArrayList<>();
    for (HostName name : plan.names()) {
      if (!limits.permit(name)) {
        problems.add(
            Problem.of("server.name", "authority.issue.problem.outside", name.both(), domains()));
      }
    }
    if (!problems.isEmpty()) {
      return new Checked.Bad<>(problems);
    }
    Instant end = authority.certificate().getNotAfter().toInstant();
    if (!plan.notAfter().isAfter(end)) {
      return Checked.good(plan);
    }
    return new Checked.Good<>(
        new CertificatePlan(
            plan.subject(), plan.names(), plan.key(), plan.notBefore(), end, plan.alias()),
        List.of(Problem.warning("certificate.days", "authority.issue.warning.shortened", end)));
  }
}
