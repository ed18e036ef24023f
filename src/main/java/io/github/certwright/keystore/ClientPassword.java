package io.github.certwright.keystore;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The content of {@code cert.pass}: the password of {@code cert.jks} and nothing else. The vendor
 * says neither its encoding nor whether a line end is allowed, so it is written as printable ASCII
 * without one and read with or without one.
 */
public final class ClientPassword {
  /** Largest file that can sensibly hold one password, in bytes. */
  public static final int MAX_BYTES = 4096;

  private ClientPassword() {}

  /** The bytes of a password file; the caller wipes them. */
  public static byte[] write(Secret password) {
    return password.useUtf8(byte[]::clone);
  }

  /**
   * The password in a file's bytes, without one trailing line end.
   *
   * @throws ProblemException when the file is empty, far too large or not text
   */
  public static Secret read(byte[] bytes) throws ProblemException {
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(Problem.of("", "keystore.pass.problem.tooLarge"));
    }
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    if (end == 0) {
      throw new ProblemException(Problem.of("", "keystore.pass.problem.empty"));
    }
    CharBuffer text = null;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
      return Secret.ofText(text);
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problem.of("", "keystore.pass.problem.notText"), e);
    } finally {
      if (text != null && text.hasArray()) {
        Arrays.fill(text.array(), '\0');
      }
    }
  }
}
