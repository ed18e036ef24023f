package io.github.certwright.answers;

import java.util.Locale;
import java.util.Optional;

/** The kinds of key offered, with the signature that matches each (RFC 5758, RFC 8017). */
public enum KeyChoice {
  RSA2048("RSA", 2048, "SHA256withRSA"),
  RSA3072("RSA", 3072, "SHA256withRSA"),
  RSA4096("RSA", 4096, "SHA256withRSA"),
  EC256("EC", 256, "SHA256withECDSA"),
  EC384("EC", 384, "SHA384withECDSA");

  private final String algorithm;
  private final int bits;
  private final String signature;

  KeyChoice(String algorithm, int bits, String signature) {
    this.algorithm = algorithm;
    this.bits = bits;
    this.signature = signature;
  }

  /** JCA name of the key algorithm: {@code RSA} or {@code EC}. */
  public String algorithm() {
    return algorithm;
  }

  /** Modulus length for RSA, field size of the curve for EC, in bits. */
  public int bits() {
    return bits;
  }

  /** JCA name of the signature algorithm. */
  public String signature() {
    return signature;
  }

  /** The word of the command line, for example {@code rsa2048}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The choice for a word of the command line, in any letter case. */
  public static Optional<KeyChoice> ofWord(String word) {
    for (KeyChoice choice : values()) {
      if (choice.word().equalsIgnoreCase(word)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  /**
   * The choice closest to a key that exists, for sentences about it.
   *
   * @param algorithm JCA name
   * @param bits modulus length or field size
   */
  public static KeyChoice closest(String algorithm, int bits) {
    if (algorithm.equals("EC")) {
      return bits <= EC256.bits ? EC256 : EC384;
    }
    return bits >= RSA4096.bits ? RSA4096 : bits >= RSA3072.bits ? RSA3072 : RSA2048;
  }
}
