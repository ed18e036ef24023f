package io.github.certwright.check;

import io.github.certwright.answers.Visible;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the certificates a server sends hang together; pure. */
final class ChainCheck {
  private ChainCheck() {}

  /**
   * What is to be said about the chain.
   *
   * @param known whether somebody (the system, a client store) trusts it: then nothing is missing
   */
  static List<Finding> of(List<X509Certificate> chain, boolean known, Instant now) {
    List<Finding> findings = new ArrayList<>();
    X509Certificate own = chain.getFirst();
    if (selfIssued(own)) {
      findings.add(
          signedBy(own, own)
              ? Finding.green("check.chain.selfSigned")
              : Finding.red("check.chain.forged", CertificateNames.title(own)));
      return findings;
    }
    for (int i = 0; i + 1 < chain.size(); i++) {
      X509Certificate issued = chain.get(i);
      X509Certificate issuer = chain.get(i + 1);
      if (!issued.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
        findings.add(Finding.amber("check.chain.order", CertificateNames.title(issued)));
      } else if (!signedBy(issued, issuer)) {
        findings.add(Finding.red("check.chain.forged", CertificateNames.title(issued)));
      }
      if (now.isAfter(issuer.getNotAfter().toInstant())) {
        findings.add(
            Finding.red(
                "check.chain.over",
                CertificateNames.title(issuer),
                issuer.getNotAfter().toInstant()));
      }
    }
    String issuer = Visible.text(own.getIssuerX500Principal().getName());
    if (chain.size() == 1 && !known) {
      findings.add(Finding.amber("check.chain.incomplete", issuer));
    } else if (findings.isEmpty()) {
      findings.add(Finding.green("check.chain.good", issuer, chain.size()));
    }
    return findings;
  }

  static boolean selfIssued(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  private static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }
}
