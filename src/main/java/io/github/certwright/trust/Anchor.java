package io.github.certwright.trust;

import io.github.certwright.answers.Visible;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate that is to be trusted as it stands: an authority's, or a server's own.
 *
 * @param certificate what is trusted
 */
public record Anchor(X509Certificate certificate) {
  /** The field of the answer that names the certificate's file. */
  public static final String FIELD = "trust.certificate";

  private static final int DIGITS = 16;

  /**
   * Reads a certificate file (DER, PEM or PKCS#7) that holds exactly one, and says what a person
   * should know before trusting it.
   */
  public static Checked<Anchor> read(Path file, Clock clock) {
    if (ReadOnce.isOther(file)) {
      return Checked.bad(Problem.of(FIELD, "trust.certificate.problem.not-a-file", file));
    }
    try {
      // One byte more than is read of a certificate tells that it is too large.
      return read(ReadOnce.bytes(file.toRealPath(), CertificateReader.MAX_BYTES), file, clock);
    } catch (IOException e) {
      return Checked.bad(
          Problem.of(FIELD, "trust.certificate.problem.unreadable", file).withDetail(e.toString()));
    }
  }

  private static Checked<Anchor> read(byte[] bytes, Path file, Clock clock) {
    try {
      List<X509Certificate> all = CertificateReader.read(bytes).stream().distinct().toList();
      return all.size() > 1
          ? Checked.bad(Problem.of(FIELD, "trust.certificate.problem.several", file, all.size()))
          : of(all.getFirst(), clock);
    } catch (ProblemException e) {
      return Checked.bad(
          Problem.of(FIELD, "trust.certificate.problem.none", file).withDetail(e.problem().key()));
    }
  }

  /** The same for a certificate at hand. */
  public static Checked<Anchor> of(X509Certificate certificate, Clock clock) {
    Anchor anchor = new Anchor(certificate);
    List<Problem> warnings = new ArrayList<>();
    Instant now = Instant.now(clock);
    Instant begin = certificate.getNotBefore().toInstant();
    Instant end = certificate.getNotAfter().toInstant();
    if (end.isBefore(now)) {
      warnings.add(Problem.warning(FIELD, "trust.certificate.warning.expired", end));
    } else if (begin.isAfter(now)) {
      warnings.add(Problem.warning(FIELD, "trust.certificate.warning.early", begin));
    }
    if (!anchor.selfIssued()) {
      warnings.add(Problem.warning(FIELD, "trust.certificate.warning.issued", anchor.issuer()));
    }
    return new Checked.Good<>(anchor, warnings);
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(certificate);
  }

  /** Whether it is an authority's (RFC 5280 4.2.1.9); otherwise it is a server's own. */
  public boolean authority() {
    return isAuthority(certificate);
  }

  static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  boolean selfIssued() {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private String issuer() {
    return Visible.text(certificate.getIssuerX500Principal().getName());
  }

  boolean lives(Clock clock) {
    Instant now = Instant.now(clock);
    return !certificate.getNotBefore().toInstant().isAfter(now)
        && !certificate.getNotAfter().toInstant().isBefore(now);
  }

  /** PEM (RFC 7468). */
  public byte[] pem() {
    return pem(certificate);
  }

  static byte[] pem(X509Certificate certificate) {
    try {
      return CertificateReader.pem(certificate).getBytes(StandardCharsets.US_ASCII);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("A certificate that was read can be written.", e);
    }
  }

  /**
   * The name under which it is put into stores and folders: lower-case letters, digits and a dash,
   * the same for the same certificate and different for any other.
   */
  public String label() {
    return label(fingerprint());
  }

  /** The same for a certificate of which only the fingerprint is known. */
  public static String label(Fingerprint fingerprint) {
    return "certwright-" + fingerprint.hex().substring(0, DIGITS);
  }
}
