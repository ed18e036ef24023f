package io.github.certwright.answers;

import io.github.certwright.secret.Secret;

/**
 * The two passwords, each typed twice.
 *
 * @param server opens {@code KeyStore.jks}, the server's private key
 * @param client opens {@code cert.jks}; it will stand in plain text in {@code cert.pass}
 * @param generated true when both were made for the person and not edited: {@code KeyStore.pass} is
 *     then written
 */
public record PasswordAnswer(
    Secret server, Secret serverAgain, Secret client, Secret clientAgain, boolean generated)
    implements AutoCloseable {

  @Override
  public void close() {
    server.close();
    serverAgain.close();
    client.close();
    clientAgain.close();
  }
}
