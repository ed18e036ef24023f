package io.github.certwright.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The SHA-256 fingerprint of a certificate's DER encoding, which is what people compare by eye or
 * by telephone.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final int DIGITS = 64;

  public Fingerprint {
    if (hex.length() != DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hexadecimal digits.");
    }
    hex = hex.toLowerCase(Locale.ROOT);
  }

  public static Fingerprint of(X509Certificate certificate) {
    try {
      return new Fingerprint(
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(
          "A certificate that cannot be encoded has no fingerprint.", e);
    }
  }

  /**
   * Reads what people paste: with or without colons, spaces, dashes and a leading {@code SHA-256},
   * in any letter case.
   */
  public static Optional<Fingerprint> read(String typed) {
    String digits =
        typed
            .strip()
            .replaceFirst("(?i)^sha-?256( fingerprint)?\\s*[=:]?\\s*", "")
            .replaceAll("[\\s:\\-]", "");
    return digits.matches("[0-9A-Fa-f]{64}")
        ? Optional.of(new Fingerprint(digits))
        : Optional.empty();
  }

  /** The usual notation: upper case, a colon after every byte, as keytool and openssl print it. */
  public String withColons() {
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(hex));
  }

  @Override
  public String toString() {
    return withColons();
  }
}
