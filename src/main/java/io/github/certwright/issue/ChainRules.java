package io.github.certwright.issue;

import io.github.certwright.problem.Problem;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a chain holds (RFC 5280 section 6), as the Java of every tool will ask. */
final class ChainRules {
  private static final String FIELD = "answer.files";
  private static final int CERT_SIGN = 5;

  private ChainRules() {}

  /** The first link that does not hold. */
  static Optional<Problem> broken(AnswerChain answer, Instant now) {
    for (X509Certificate certificate : answer.chain()) {
      if (weak(certificate) && !answer.root().equals(Optional.of(certificate))) {
        return Optional.of(
            Problem.of(
                FIELD, "answer.problem.weak", title(certificate), certificate.getSigAlgName()));
      }
    }
    for (X509Certificate issuer : answer.chain().subList(1, answer.chain().size())) {
      Optional<Problem> problem = issuer(issuer, now);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return pkix(answer, now);
  }

  /** SHA-1 and MD5 are refused everywhere; what a root says of itself proves nothing anyway. */
  private static boolean weak(X509Certificate certificate) {
    String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    return name.startsWith("SHA1") || name.startsWith("MD5") || name.startsWith("MD2");
  }

  private static Optional<Problem> issuer(X509Certificate issuer, Instant now) {
    boolean[] uses = issuer.getKeyUsage();
    if (!AnswerChain.authority(issuer) || (uses != null && !uses[CERT_SIGN])) {
      return Optional.of(Problem.of(FIELD, "answer.problem.issuerIsNone", title(issuer)));
    }
    if (!AnswerLeaf.forServers(issuer)) {
      return Optional.of(Problem.of(FIELD, "answer.problem.issuerNotForServers", title(issuer)));
    }
    Instant end = issuer.getNotAfter().toInstant();
    Instant start = issuer.getNotBefore().toInstant();
    return now.isAfter(end) || now.isBefore(start)
        ? Optional.of(Problem.of(FIELD, "answer.problem.issuerDates", title(issuer), start, end))
        : Optional.empty();
  }

  /**
   * Path lengths, name constraints, critical extensions, weak keys: judged by Java itself. A root
   * is put into the path, under an anchor of its own name and key, because Java passes over what an
   * anchor's certificate forbids (RFC 5280 6.1.1 leaves it open), and browsers do not.
   */
  private static Optional<Problem> pkix(AnswerChain answer, Instant now) {
    X509Certificate top = answer.chain().getLast();
    boolean rooted = answer.root().isPresent();
    List<X509Certificate> path =
        rooted ? answer.chain() : answer.chain().subList(0, answer.chain().size() - 1);
    try {
      TrustAnchor anchor =
          rooted
              ? new TrustAnchor(top.getSubjectX500Principal(), top.getPublicKey(), null)
              : new TrustAnchor(top, null);
      PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      int at = Math.max(e.getIndex(), 0);
      return Optional.of(
          Problem.of(FIELD, "answer.problem.chain", title(path.get(at)))
              .withDetail(e.getReason() + ": " + e.getMessage()));
    } catch (GeneralSecurityException e) {
      return Optional.of(
          Problem.of(FIELD, "answer.problem.chain", title(path.getFirst()))
              .withDetail(e.getClass().getSimpleName()));
    }
  }

  private static String title(X509Certificate certificate) {
    return CertifiedNames.title(certificate.getSubjectX500Principal().getName());
  }
}
