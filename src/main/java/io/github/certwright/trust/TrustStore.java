package io.github.certwright.trust;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * One trust store of this computer. {@link #add} and {@link #remove} only try: whether they did
 * anything is asked of {@link #state} afterwards, by {@link TrustWork}.
 */
public interface TrustStore {

  StoreName name();

  /** Whether it is on this computer and may be changed. Reads only. */
  StoreLook look();

  /** What it has of a certificate. Reads only. */
  TrustState state(Fingerprint fingerprint);

  /** Why it would not trust this certificate, whatever is done; asked before it is added. */
  default Optional<Problem> objection(Anchor anchor) {
    return Optional.empty();
  }

  /**
   * What was put in after the store was delivered, as far as that can be told; empty where it
   * cannot. Reads only.
   */
  default List<X509Certificate> added() {
    return List.of();
  }

  /**
   * Adds a certificate that it does not trust yet.
   *
   * @return how the certificate stood in it before, without trust, for {@link #restore}; empty when
   *     it was not there, or the store has no such words
   * @throws ProblemException when that fails; the certificate may be half in it then
   */
  Optional<String> add(Anchor anchor) throws ProblemException;

  /**
   * Gives a certificate the settings back that it had before, and reads them back.
   *
   * @param earlier what {@link #add} said
   * @throws ProblemException when that fails
   */
  default void restore(Fingerprint fingerprint, String earlier) throws ProblemException {
    remove(fingerprint);
  }

  /**
   * What an administrator runs for {@link #restore}.
   *
   * @param pem where the certificate stands in PEM
   */
  default List<List<String>> restoring(Fingerprint fingerprint, String earlier, Path pem) {
    return removing(fingerprint, pem);
  }

  /** Why a certificate cannot be taken out by anybody; asked before that is tried. Reads only. */
  default Optional<Problem> hindrance(Fingerprint fingerprint) {
    return Optional.empty();
  }

  /**
   * Takes a certificate out, whoever put it in.
   *
   * @throws ProblemException when that fails
   */
  void remove(Fingerprint fingerprint) throws ProblemException;

  /**
   * What an administrator runs to add it.
   *
   * @param pem where the certificate stands in PEM
   */
  List<List<String>> adding(Anchor anchor, Path pem);

  /**
   * What an administrator runs to take it out.
   *
   * @param pem where the certificate stands in PEM
   */
  List<List<String>> removing(Fingerprint fingerprint, Path pem);
}
