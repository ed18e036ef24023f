package io.github.certwright.issue;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The server's own certificate among those that an authority sent. */
final class AnswerLeaf {
  private static final String FIELD = "answer.files";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USE = "2.5.29.37.0";

  private AnswerLeaf() {}

  /**
   * The certificate for our key, or why there is none.
   *
   * @param names what was asked for, main name first
   */
  static Checked<X509Certificate> among(
      List<X509Certificate> all, PublicKey ours, List<HostName> names) {
    List<X509Certificate> own = all.stream().filter(c -> sameKey(c.getPublicKey(), ours)).toList();
    List<X509Certificate> signed = own.stream().filter(c -> !AnswerChain.signsItself(c)).toList();
    if (!signed.isEmpty()) {
      return Checked.good(
          signed.stream().max(Comparator.comparing(X509Certificate::getNotAfter)).orElseThrow());
    }
    if (!own.isEmpty()) {
      return Checked.bad(Problem.of(FIELD, "answer.problem.selfSigned", title(own.getFirst())));
    }
    // Without a word on it, openssl req -x509 makes an authority of what signs itself.
    Optional<X509Certificate> selfMade =
        all.stream().filter(c -> AnswerChain.signsItself(c) && isFor(c, names)).findFirst();
    if (selfMade.isPresent()) {
      return Checked.bad(Problem.of(FIELD, "answer.problem.selfSigned", title(selfMade.get())));
    }
    List<X509Certificate> leaves = all.stream().filter(c -> !AnswerChain.authority(c)).toList();
    return Checked.bad(
        leaves.isEmpty()
            ? Problem.of(FIELD, "answer.problem.onlyAuthority", title(all.getFirst()))
            : Problem.of(FIELD, "answer.problem.otherKey", title(leaves.getFirst())));
  }

  private static boolean isFor(X509Certificate certificate, List<HostName> names) {
    return !names.isEmpty() && CertifiedNames.of(certificate).contains(names.getFirst());
  }

  /** Whether two keys are one, however they are encoded. */
  static boolean sameKey(PublicKey one, PublicKey other) {
    return one.equals(other) || Arrays.equals(one.getEncoded(), other.getEncoded());
  }

  /** What is wrong with the certificate for our key. */
  static List<Problem> check(X509Certificate leaf, List<HostName> names, Instant now) {
    List<Problem> problems = new ArrayList<>();
    Instant start = leaf.getNotBefore().toInstant();
    Instant end = leaf.getNotAfter().toInstant();
    if (AnswerChain.authority(leaf)) {
      problems.add(Problem.of(FIELD, "answer.problem.leafIsAuthority", title(leaf)));
    }
    if (now.isAfter(end)) {
      problems.add(Problem.of(FIELD, "answer.problem.expired", end));
    }
    if (now.isBefore(start)) {
      problems.add(Problem.of(FIELD, "answer.problem.early", start));
    }
    List<HostName> missing =
        names.stream().filter(name -> !CertifiedNames.cover(leaf, name)).toList();
    List<HostName> own = CertifiedNames.alternative(leaf);
    if (!names.isEmpty() && own.isEmpty()) {
      problems.add(
          Problem.of(
              FIELD,
              "answer.problem.noNames",
              title(leaf),
              names.stream().map(HostName::both).toList()));
    } else if (!names.isEmpty() && missing.contains(names.getFirst())) {
      problems.add(
          Problem.of(FIELD, "answer.problem.otherName", names.getFirst().both(), shown(own)));
    } else if (!missing.isEmpty()) {
      problems.add(
          Problem.warning(
              FIELD, "answer.warning.lessNames", missing.stream().map(HostName::both).toList()));
    }
    if (!forServers(leaf)) {
      problems.add(Problem.of(FIELD, "answer.problem.notForServers", title(leaf)));
    }
    return problems;
  }

  /** Whether a certificate, or what an authority issues with it, may serve (RFC 5280 4.2.1.12). */
  static boolean forServers(X509Certificate certificate) {
    try {
      List<String> uses = certificate.getExtendedKeyUsage();
      return uses == null || uses.contains(SERVER_AUTH) || uses.contains(ANY_USE);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  private static List<String> shown(List<HostName> names) {
    return names.stream().map(name -> Visible.text(name.both())).toList();
  }

  private static String title(X509Certificate certificate) {
    return CertifiedNames.title(certificate.getSubjectX500Principal().getName());
  }
}
