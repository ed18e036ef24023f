package io.github.certwright.run;

import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.keystore.PemKey;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a file is that was given as an answer and holds no certificate. */
final class NotAnAnswer {
  private NotAnAnswer() {}

  static Problem of(byte[] bytes, Path file) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.contains("-----BEGIN CERTIFICATE REQUEST-----")
        || text.contains("-----BEGIN NEW CERTIFICATE REQUEST-----")) {
      return Problem.of("answer.files", "answer.problem.isRequest", file);
    }
    if (PemKey.isIn(bytes)) {
      return Problem.of("answer.files", "answer.problem.isKey", file);
    }
    if (isKeystore(bytes)) {
      return Problem.of("answer.files", "answer.problem.isKeystore", file);
    }
    return Problem.of("answer.files", "answer.problem.notACertificate", file);
  }

  private static boolean isKeystore(byte[] bytes) {
    try {
      KeystoreReader.peek(bytes);
      return true;
    } catch (ProblemException e) {
      return !e.problem().key().equals("keystore.read.problem.notAKeystore");
    }
  }
}
