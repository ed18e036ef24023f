package io.github.certwright.server;

import io.github.certwright.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a tried sign-in showed.
 *
 * @param user who signed in, as the server names them; empty when it does not say
 * @param version what the server calls its version
 * @param mayChange whether this user may change server settings (permission Configure Server)
 * @param current the TLS settings now, when the user may see them
 * @param warnings worth knowing, for example that signing out failed
 */
public record SignedIn(
    String user,
    String version,
    boolean mayChange,
    Optional<TlsSettings> current,
    List<Problem> warnings) {
  public SignedIn {
    warnings = List.copyOf(warnings);
  }
}
