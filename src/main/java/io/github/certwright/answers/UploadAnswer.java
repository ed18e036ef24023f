package io.github.certwright.answers;

import io.github.certwright.secret.Secret;

/**
 * Where and as whom to send the server keystore.
 *
 * @param url the REST address as typed, for example {@code https://twcloud.example.com:8111}
 * @param signIn user and password, or a token
 * @param tlsPort the port Teamwork Cloud is to offer TLS on, 10002 by default
 */
public record UploadAnswer(String url, SignIn signIn, int tlsPort) {
  public static final int DEFAULT_TLS_PORT = 10002;

  /** How to prove who is asking. */
  public sealed interface SignIn extends AutoCloseable {
    @Override
    void close();
  }

  /** User and password, sent once with {@code GET /osmc/login}. */
  public record UserPassword(String user, Secret password) implements SignIn {
    @Override
    public void close() {
      password.close();
    }
  }

  /** A personal access token or ID token, sent with each request. */
  public record Token(Secret token) implements SignIn {
    @Override
    public void close() {
      token.close();
    }
  }
}
