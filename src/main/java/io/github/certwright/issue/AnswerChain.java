package io.github.certwright.issue;

import io.github.certwright.answers.HostName;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * An authority's answer, in order: the server's certificate, those between, and the root where it
 * was sent.
 *
 * @param chain the server's certificate first, each followed by the one that issued it; the root
 *     last, when it is known
 * @param root the authority that signs itself, when it was sent
 */
public record AnswerChain(List<X509Certificate> chain, Optional<X509Certificate> root) {
  private static final int LONGEST = 10;

  public AnswerChain {
    chain = List.copyOf(chain);
  }

  /** The server's own certificate. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /**
   * Orders and judges what an authority sent.
   *
   * @param ours the public key of the key we hold
   * @param names what was asked for, main name first
   * @param given every certificate sent, in any order, also twice
   * @return the chain with warnings, or why it is not the answer to our request
   */
  public static Checked<AnswerChain> of(
      PublicKey ours, List<HostName> names, List<X509Certificate> given, Instant now) {
    List<X509Certificate> all = List.copyOf(new LinkedHashSet<>(given));
    return switch (AnswerLeaf.among(all, ours, names)) {
      case Checked.Bad<X509Certificate>(var problems) -> new Checked.Bad<>(problems);
      case Checked.Good<X509Certificate>(X509Certificate leaf, var _) -> {
        List<Problem> problems = new ArrayList<>(AnswerLeaf.check(leaf, names, now));
        if (problems.stream().anyMatch(Problem::stops)) {
          yield new Checked.Bad<>(problems);
        }
        yield chain(leaf, all, now, problems);
      }
    };
  }

  /**
   * Orders and judges the chain of a certificate, whichever names it is for.
   *
   * @param warnings come along when the chain is good
   */
  static Checked<AnswerChain> chain(
      X509Certificate leaf, List<X509Certificate> all, Instant now, List<Problem> warnings) {
    AnswerChain ordered = ordered(leaf, all);
    Optional<Problem> missing = ordered.missing(all);
    if (missing.isPresent()) {
      return Checked.bad(missing.get());
    }
    Optional<Problem> broken = ChainRules.broken(ordered, now);
    if (broken.isPresent()) {
      return Checked.bad(broken.get());
    }
    List<Problem> notes = new ArrayList<>(warnings);
    if (ordered.root().isEmpty()) {
      notes.add(Problem.warning("answer.files", "answer.warning.noRoot", ordered.wanted()));
    }
    return new Checked.Good<>(ordered, notes);
  }

  /** The chain as far as the certificates reach. */
  public static AnswerChain ordered(X509Certificate leaf, List<X509Certificate> all) {
    List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
    Optional<X509Certificate> next = Optional.of(leaf).filter(last -> !signsItself(last));
    while (next.isPresent() && chain.size() < LONGEST) {
      X509Certificate last = chain.getLast();
      next = all.stream().filter(c -> !chain.contains(c) && issued(c, last)).findFirst();
      next.ifPresent(chain::add);
      next = next.filter(found -> !signsItself(found));
    }
    boolean whole = chain.size() > 1 && signsItself(chain.getLast());
    return new AnswerChain(chain, whole ? Optional.of(chain.getLast()) : Optional.empty());
  }

  /** What is not there although it is needed: an issuer below the root. */
  private Optional<Problem> missing(List<X509Certificate> all) {
    if (root.isPresent()) {
      return Optional.empty();
    }
    // A root may be left out. The one that issued the server's certificate may not, and a root
    // that was sent but does not meet the chain shows that something between is missing.
    boolean rootElsewhere =
        all.stream().anyMatch(c -> !chain.contains(c) && signsItself(c) && authority(c));
    boolean needed = chain.size() == 1 || rootElsewhere;
    return needed
        ? Optional.of(Problem.of("answer.files", "answer.problem.missingIssuer", wanted()))
        : Optional.empty();
  }

  /** What the next certificate's holder is called. */
  private String wanted() {
    return CertifiedNames.title(chain.getLast().getIssuerX500Principal().getName());
  }

  static boolean authority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  /** Whether the certificate is its own issuer, by name and by signature. */
  public static boolean signsItself(X509Certificate certificate) {
    return issued(certificate, certificate);
  }

  /** Whether one certificate's holder signed the other. */
  public static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      // Keys and signatures come from outside; whatever does not verify was not signed by it.
      return false;
    }
  }
}
