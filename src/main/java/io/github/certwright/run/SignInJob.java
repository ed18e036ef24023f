package io.github.certwright.run;

import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ServerGate.NotTrusted;
import io.github.certwright.server.SignedIn;
import io.github.certwright.tls.Pins;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Tries a sign-in: who that is, what they may do, and what the server has now. */
public final class SignInJob {
  private final ServerTools tools;
  private final Pins pins;

  public SignInJob(ServerTools tools, Pins pins) {
    this.tools = tools;
    this.pins = pins;
  }

  /**
   * What was seen.
   *
   * @param user who signed in, as the server names them; empty when it does not say
   * @param version what the server calls its version
   * @param mayChange whether this user may change the server's settings
   * @param now the settings, when the user may see them
   * @param warnings worth knowing, for example that signing out failed
   */
  public record Seen(
      String user,
      String version,
      boolean mayChange,
      Optional<ServerNow> now,
      List<Problem> warnings) {
    public Seen {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Signs in, looks and signs out again, also when cancelled; changes nothing.
   *
   * @throws NotTrusted when nobody has agreed to the server's certificate; nothing was sent
   * @throws ProblemException whatever else stood in the way
   */
  public Seen test(URI url, SignIn signIn, Cancellation cancellation)
      throws ProblemException, NotTrusted {
    SignedIn seen =
        tools
            .cloud()
            .testSignIn(
                url,
                signIn,
                new ServerGate(tools.probe(), pins).open(url, cancellation::isCancelled),
                cancellation::isCancelled);
    return new Seen(
        seen.user(),
        seen.version(),
        seen.mayChange(),
        seen.current().map(ServerNow::of),
        seen.warnings());
  }
}
