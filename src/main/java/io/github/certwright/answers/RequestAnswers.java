package io.github.certwright.answers;

import io.github.certwright.secret.Secret;
import java.util.List;
import java.util.Optional;

/**
 * Everything said for "Ask an authority for a certificate". The passwords inside stay with whoever
 * made them: close them when the job has ended.
 *
 * @param password opens {@code KeyStore.jks}
 * @param generated true when the password was made for the person: {@code KeyStore.pass} is then
 *     written
 * @param alias name of the key's entry; JKS lower-cases it
 * @param folder the folder for the files, as typed
 * @param replace true when files there may be replaced (backups are kept)
 */
public record RequestAnswers(
    ServerAnswer server,
    OrganisationAnswer organisation,
    Secret password,
    Secret passwordAgain,
    boolean generated,
    KeyChoice key,
    String alias,
    StoreFormat format,
    String folder,
    boolean replace)
    implements AutoCloseable {

  /** Where the files go, in the words of the main job. */
  public WhereAnswer where() {
    return new WhereAnswer(folder, replace, Optional.empty(), List.of(), Optional.empty());
  }

  @Override
  public void close() {
    password.close();
    passwordAgain.close();
  }
}
