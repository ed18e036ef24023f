package io.github.certwright.run;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;

/** Finds the certificate that belongs to a private key, by signing something and verifying it. */
final class KeyMatch {
  private static final byte[] SAMPLE = "certwright".getBytes(StandardCharsets.US_ASCII);

  private KeyMatch() {}

  static X509Certificate certificate(PrivateKey key, List<X509Certificate> certificates, Path file)
      throws ProblemException {
    if (certificates.isEmpty()) {
      throw new ProblemException(Problem.of("import.files", "import.problem.noCertificate", file));
    }
    return certificates.stream()
        .filter(certificate -> fits(key, certificate.getPublicKey()))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of("import.files", "import.problem.otherCertificate", file)));
  }

  static boolean fits(PrivateKey key, PublicKey open) {
    if (!sameFamily(key, open)) {
      return false;
    }
    try {
      String algorithm = algorithm(key);
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(SAMPLE);
      byte[] signature = signer.sign();
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(open);
      verifier.update(SAMPLE);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static boolean sameFamily(PrivateKey key, PublicKey open) {
    return (key instanceof RSAKey) == (open instanceof RSAKey)
        && (key instanceof ECKey) == (open instanceof ECKey);
  }

  private static String algorithm(PrivateKey key) {
    return switch (key) {
      case RSAKey _ -> "SHA256withRSA";
      case ECKey _ -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }
}
