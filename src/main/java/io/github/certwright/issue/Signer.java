package io.github.certwright.issue;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Who signs a certificate.
 *
 * @param algorithm JCA name of the signature that matches the key (RFC 5758, RFC 8017, RFC 8410)
 */
record Signer(X500Name name, PrivateKey key, String algorithm) {
  private static final int P256 = 256;
  private static final int P384 = 384;

  /** The holder of a certificate, under exactly the name that stands in it. */
  static Signer of(X509Certificate certificate, PrivateKey key) {
    return new Signer(
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
        key,
        algorithm(certificate.getPublicKey()));
  }

  static String algorithm(PublicKey key) {
    return switch (key) {
      case ECPublicKey ec -> {
        int bits = ec.getParams().getCurve().getField().getFieldSize();
        yield bits <= P256
            ? "SHA256withECDSA"
            : bits <= P384 ? "SHA384withECDSA" : "SHA512withECDSA";
      }
      default -> key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : key.getAlgorithm();
    };
  }
}
