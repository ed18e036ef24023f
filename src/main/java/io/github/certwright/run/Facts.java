package io.github.certwright.run;

import io.github.certwright.answers.Visible;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.tls.Fingerprint;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.List;

/** A certificate in the words of the faces. */
public final class Facts {
  private Facts() {}

  /**
   * What can be said about a certificate without judging it; characters that a terminal would obey
   * or that nobody would see are named instead.
   */
  public static CertificateFacts of(X509Certificate certificate) {
    return new CertificateFacts(
        Visible.text(certificate.getSubjectX500Principal().getName()),
        Visible.text(certificate.getIssuerX500Principal().getName()),
        certificate.getSerialNumber(),
        Fingerprint.of(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        names(certificate),
        key(certificate.getPublicKey()));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream().map(name -> Visible.text(String.valueOf(name.get(1)))).toList();
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  private static String key(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECPublicKey ec -> "EC " + ec.getParams().getCurve().getField().getFieldSize();
      default -> key.getAlgorithm();
    };
  }
}
