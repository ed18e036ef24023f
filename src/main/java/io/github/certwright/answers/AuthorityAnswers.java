package io.github.certwright.answers;

import io.github.certwright.secret.Secret;
import java.util.List;
import java.util.Optional;

/**
 * Everything said for a root authority of one's own. The passwords inside stay with whoever made
 * them: close them when the job has ended.
 *
 * @param name what the authority is called, its CN
 * @param key EC P-384 or RSA 4096
 * @param validDays days from today to the end date
 * @param domains the only domains it may issue for, with everything below them; empty for any
 * @param password opens {@code authority.p12}; nobody but the authority's keeper needs it
 * @param folder the folder for the files, as typed
 * @param replace true when files there may be replaced (backups are kept)
 */
public record AuthorityAnswers(
    String name,
    OrganisationAnswer organisation,
    KeyChoice key,
    int validDays,
    List<String> domains,
    Secret password,
    Secret passwordAgain,
    String folder,
    boolean replace)
    implements AutoCloseable {
  /** Ten years of 365 days, and the leap days among them. */
  public static final int DEFAULT_DAYS = 3652;

  public static final KeyChoice DEFAULT_KEY = KeyChoice.EC384;

  public AuthorityAnswers {
    domains = List.copyOf(domains);
  }

  /** The kinds of key that last as long as an authority does. */
  public static List<KeyChoice> keys() {
    return List.of(KeyChoice.EC384, KeyChoice.RSA4096);
  }

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
