package io.github.certwright.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A password or token: characters that wipe themselves on {@link #close()} and print as {@code
 * •••}. Equality is compared without leaking the length of a common prefix. Not for use from
 * several threads at once while one of them closes it.
 */
public final class Secret implements AutoCloseable {
  private char[] characters;

  private Secret(char[] characters) {
    this.characters = characters;
  }

  /** Takes a copy; the caller still owns, and wipes, its own array. */
  public static Secret copyOf(char[] characters) {
    return new Secret(characters.clone());
  }

  /**
   * Copies text that a platform interface (a text field, an environment variable) only gives as a
   * string.
   */
  public static Secret ofText(CharSequence text) {
    char[] copy = new char[text.length()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = text.charAt(i);
    }
    return new Secret(copy);
  }

  public static Secret empty() {
    return new Secret(new char[0]);
  }

  /** A copy with a life of its own. */
  public Secret copy() {
    return new Secret(alive().clone());
  }

  public boolean isEmpty() {
    return alive().length == 0;
  }

  /** Number of UTF-16 characters. */
  public int length() {
    return alive().length;
  }

  /**
   * True when every character is printable ASCII (0x20 to 0x7E), which every keystore reader
   * accepts.
   */
  public boolean isPrintableAscii() {
    for (char c : alive()) {
      if (c < 0x20 || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  /** Lends a copy of the characters to {@code use} and wipes that copy afterwards. */
  public <T, X extends Exception> T use(Use<char[], T, X> use) throws X {
    char[] lent = alive().clone();
    try {
      return use.apply(lent);
    } finally {
      Arrays.fill(lent, '\0');
    }
  }

  /** Lends the UTF-8 bytes to {@code use} and wipes them afterwards. */
  public <T, X extends Exception> T useUtf8(Use<byte[], T, X> use) throws X {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    byte[] room = new byte[(int) Math.ceil(encoder.maxBytesPerChar() * alive().length)];
    ByteBuffer encoded = ByteBuffer.wrap(room);
    encoder.encode(CharBuffer.wrap(alive()), encoded, true);
    byte[] bytes = Arrays.copyOf(room, encoded.position());
    Arrays.fill(room, (byte) 0);
    try {
      return use.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * For interfaces that take nothing but a string; the result cannot be wiped, so keep it
   * short-lived.
   */
  public <T> T useText(Function<String, T> use) {
    return use.apply(new String(alive()));
  }

  public boolean sameAs(Secret other) {
    char[] a = alive();
    char[] b = other.alive();
    int difference = a.length ^ b.length;
    for (int i = 0; i < a.length && b.length > 0; i++) {
      difference |= a[i] ^ b[i % b.length];
    }
    return difference == 0;
  }

  public boolean isClosed() {
    return characters == null;
  }

  private char[] alive() {
    if (characters == null) {
      throw new IllegalStateException("The secret was already wiped.");
    }
    return characters;
  }

  @Override
  public void close() {
    if (characters != null) {
      Arrays.fill(characters, '\0');
      characters = null;
    }
  }

  @Override
  public String toString() {
    return "•••";
  }

  /** Something done with a secret's characters or bytes while they live. */
  @FunctionalInterface
  public interface Use<A, T, X extends Exception> {
    T apply(A lent) throws X;
  }
}
