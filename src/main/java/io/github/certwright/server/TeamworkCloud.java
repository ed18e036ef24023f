package io.github.certwright.server;

import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.SystemProxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/**
 * Teamwork Cloud's REST interface, as far as it is needed here. Whether the server is trusted is
 * decided before, by the context handed in; see {@code tls.PinnedContext}.
 */
public final class TeamworkCloud {
  private final ServerLimits limits;
  private final SystemProxy proxies;

  /** With the usual limits. */
  public TeamworkCloud() {
    this(ServerLimits.usual());
  }

  /** Through the proxies of this computer. */
  public TeamworkCloud(ServerLimits limits) {
    this(limits, new SystemProxy());
  }

  public TeamworkCloud(ServerLimits limits, SystemProxy proxies) {
    this.limits = limits;
    this.proxies = proxies;
  }

  /**
   * Signs in, looks, and signs out again; changes nothing.
   *
   * @param url {@code https://host:port}
   * @throws ProblemException whatever stood in the way; keys {@code tls.*} and {@code server.*}
   */
  public SignedIn testSignIn(URI url, SignIn signIn, SSLContext trust, BooleanSupplier cancelled)
      throws ProblemException {
    Place place = new Place(url);
    Authorization.check(place, signIn);
    try (Session session = new Session(place, signIn, trust, limits, proxies, cancelled)) {
      SignedIn seen;
      try {
        seen = look(session);
      } catch (ProblemException | RuntimeException | Error e) {
        session.logout();
        throw e;
      }
      return session
          .logout()
          .map(
              warning ->
                  new SignedIn(
                      seen.user(),
                      seen.version(),
                      seen.mayChange(),
                      seen.current(),
                      List.of(warning)))
          .orElse(seen);
    }
  }

  private static SignedIn look(Session session) throws ProblemException {
    String version = session.version();
    session.login();
    String user = session.who();
    try {
      return new SignedIn(user, version, true, Optional.of(session.readTls()), List.of());
    } catch (ProblemException e) {
      if (e.problem().key().equals("server.permission.missing")) {
        return new SignedIn(user, version, false, Optional.empty(), List.of());
      }
      throw e;
    }
  }

  /**
   * Switches TLS on with a keystore: version, login, currentUser, GET tls, PUT tls, GET tls,
   * logout, and nothing else. Once the PUT has begun, cancelling no longer counts: it is settled
   * first.
   */
  public UploadOutcome upload(
      UploadRequest request, SSLContext trust, ServerProgress progress, BooleanSupplier cancelled) {
    Place place = new Place(request.url());
    try {
      Authorization.check(place, request.signIn());
    } catch (ProblemException e) {
      return new UploadOutcome.NotSent(e.problem());
    }
    try (Session session =
        new Session(place, request.signIn(), trust, limits, proxies, cancelled)) {
      UploadOutcome outcome;
      try {
        outcome = new UploadFlow(place, session, request, progress, cancelled).run();
        progress.next(ServerStep.SIGN_OUT);
      } catch (RuntimeException | Error e) {
        session.logout();
        throw e;
      }
      Optional<Problem> warning = session.logout();
      return outcome instanceof UploadOutcome.Uploaded done && warning.isPresent()
          ? new UploadOutcome.Uploaded(
              done.user(),
              done.version(),
              done.before(),
              done.now(),
              done.answered(),
              List.of(warning.get()))
          : outcome;
    }
  }
}
