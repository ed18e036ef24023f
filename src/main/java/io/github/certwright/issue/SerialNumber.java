package io.github.certwright.issue;

import java.math.BigInteger;
import java.security.SecureRandom;

/** 128 random bits, positive, and so at most 20 octets: RFC 5280 4.1.2.2. */
final class SerialNumber {
  private static final int BITS = 128;

  private SerialNumber() {}

  static BigInteger next(SecureRandom random) {
    BigInteger serial;
    do {
      serial = new BigInteger(BITS, random);
    } while (serial.signum() == 0);
    return serial;
  }
}
