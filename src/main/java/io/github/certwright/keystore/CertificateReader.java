package io.github.certwright.keystore;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * Reads certificates: DER, PEM (one or several, with text around them) and PKCS#7 ({@code .p7b},
 * PEM or DER).
 */
public final class CertificateReader {
  /** Largest certificate file that is read, in bytes. */
  public static final int MAX_BYTES = 1024 * 1024;

  private CertificateReader() {}

  /**
   * All certificates in the bytes, in their order; at least one.
   *
   * @throws ProblemException when there is none, or the bytes are too many or damaged
   */
  public static List<X509Certificate> read(byte[] bytes) throws ProblemException {
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(Problem.of("", "keystore.certificate.problem.tooLarge"));
    }
    try {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes));
      List<X509Certificate> certificates = all.stream().map(X509Certificate.class::cast).toList();
      if (certificates.isEmpty()) {
        throw new ProblemException(Problem.of("", "keystore.certificate.problem.none"));
      }
      return certificates;
    } catch (CertificateException | RuntimeException | StackOverflowError e) {
      // The JDK reads nested indefinite lengths by recursion (X509Factory.readBERInternal).
      throw new ProblemException(Problem.of("", "keystore.certificate.problem.none"), e);
    }
  }

  /** PEM (RFC 7468) of one certificate, with a line end after the last line. */
  public static String pem(X509Certificate certificate) throws CertificateException {
    return "-----BEGIN CERTIFICATE-----\n"
        + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
