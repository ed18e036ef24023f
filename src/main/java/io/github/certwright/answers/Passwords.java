package io.github.certwright.answers;

import io.github.certwright.secret.Secret;
import java.security.SecureRandom;
import java.util.Arrays;

/** Makes passwords that can be read out and typed: no characters that look alike. */
public final class Passwords {
  private static final int LENGTH = 20;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private Passwords() {}

  /**
   * Twenty characters, about 115 bits, with at least one lower-case letter, one capital and one
   * digit.
   */
  public static Secret generate(SecureRandom random) {
    char[] chars = new char[LENGTH];
    do {
      for (int i = 0; i < LENGTH; i++) {
        chars[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
      }
    } while (!mixed(chars));
    Secret secret = Secret.copyOf(chars);
    Arrays.fill(chars, '\0');
    return secret;
  }

  private static boolean mixed(char[] chars) {
    boolean lower = false;
    boolean upper = false;
    boolean digit = false;
    for (char c : chars) {
      lower |= Character.isLowerCase(c);
      upper |= Character.isUpperCase(c);
      digit |= Character.isDigit(c);
    }
    return lower && upper && digit;
  }
}
