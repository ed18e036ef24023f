package io.github.certwright.answers;

import io.github.certwright.secret.Secret;
import java.util.List;
import java.util.Optional;

/**
 * What is said about a list of servers that our own authority issues certificates for. The secrets
 * inside stay with whoever made them.
 *
 * @param password opens every {@code KeyStore.jks}; empty when each gets one of its own, which is
 *     then written beside it
 * @param client opens {@code cert.jks}, which all clients share
 * @param organisation is in every certificate
 * @param validDays where a line names none
 * @param folder the folder for the files, as typed; each server gets a folder in it
 * @param keepGoing true when the good lines are to be issued although others are bad
 */
public record ListAnswers(
    Secret password,
    Secret client,
    OrganisationAnswer organisation,
    KeyChoice key,
    int validDays,
    String alias,
    StoreFormat format,
    String folder,
    boolean replace,
    boolean keepGoing)
    implements AutoCloseable {

  /** Whether each keystore gets a password of its own. */
  public boolean ownPasswords() {
    return password.isEmpty();
  }

  /** Where the files go, in the words of the main job. */
  public WhereAnswer where() {
    return new WhereAnswer(folder, replace, Optional.empty(), List.of(), Optional.empty());
  }

  @Override
  public void close() {
    password.close();
    client.close();
  }
}
