package io.github.certwright.server;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The Authorization header. java.net.http takes headers as strings only, so the value lives until
 * it is collected.
 */
final class Authorization {
  private Authorization() {}

  /**
   * Refuses what cannot be put into a header, before anything is sent.
   *
   * @throws ProblemException {@code server.signin.user-colon} or {@code
   *     server.signin.token-characters}
   */
  static void check(Place place, SignIn signIn) throws ProblemException {
    switch (signIn) {
      case UploadAnswer.UserPassword who -> {
        // RFC 7617 2: a user name with a colon cannot be told from the password.
        if (who.user().indexOf(':') >= 0) {
          throw place.failed("where.user", "server.signin.user-colon");
        }
      }
      case UploadAnswer.Token token -> {
        boolean good =
            token.token().isPrintableAscii() && token.token().use(Authorization::hasNoBlank);
        if (!good) {
          throw place.failed("where.password", "server.signin.token-characters");
        }
      }
    }
  }

  /** {@code Basic …} (RFC 7617) or {@code Token …} (the vendor's scheme). */
  static String header(SignIn signIn) {
    return switch (signIn) {
      case UploadAnswer.UserPassword who -> basic(who.user(), who.password());
      case UploadAnswer.Token token -> token.token().useText(text -> "Token " + text);
    };
  }

  private static String basic(String user, Secret password) {
    byte[] name = (user + ":").getBytes(StandardCharsets.UTF_8);
    return password.useUtf8(
        bytes -> {
          byte[] both = Arrays.copyOf(name, name.length + bytes.length);
          System.arraycopy(bytes, 0, both, name.length, bytes.length);
          byte[] encoded = Base64.getEncoder().encode(both);
          try {
            return "Basic " + new String(encoded, StandardCharsets.US_ASCII);
          } finally {
            Arrays.fill(both, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
          }
        });
  }

  private static boolean hasNoBlank(char[] text) {
    for (char c : text) {
      if (c == ' ') {
        return false;
      }
    }
    return text.length > 0;
  }
}
