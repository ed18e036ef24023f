package io.github.certwright.check;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** A public key in a few words, for example {@code RSA 2048}. */
final class KeyWords {
  private KeyWords() {}

  static String of(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECPublicKey ec -> "EC " + bits(ec);
      default -> key.getAlgorithm();
    };
  }

  static int bits(ECPublicKey key) {
    return key.getParams().getCurve().getField().getFieldSize();
  }
}
