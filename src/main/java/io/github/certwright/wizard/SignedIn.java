package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.ServerNow;
import java.util.List;
import java.util.Optional;

/**
 * How a trial sign-in went.
 *
 * @param user who the server says was signed in
 * @param mayChange whether that user may change the server's settings
 * @param version of the server, or empty
 * @param now what the server has now, when the user may see it
 * @param warnings worth knowing, for example that signing out failed
 */
public record SignedIn(
    String user,
    boolean mayChange,
    String version,
    Optional<ServerNow> now,
    List<Problem> warnings) {
  public SignedIn {
    warnings = List.copyOf(warnings);
  }
}
