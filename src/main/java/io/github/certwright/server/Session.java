package io.github.certwright.server;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.HostText;
import io.github.certwright.tls.SystemProxy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * One session with Teamwork Cloud, call by call. A session counts against the server's licence
 * until it is signed out or runs out, so whoever signs in signs out.
 */
final class Session implements AutoCloseable {
  private static final String SESSION_COOKIE = "twc-rest-session-id";
  private static final String USERS = "/osmc/admin/users/";
  private static final String TLS = "/osmc/admin/tls";
  private static final int LONGEST_VERSION = 200;
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Place place;
  private final SignIn signIn;
  private final ServerLimits limits;
  private final BooleanSupplier cancelled;
  private final Statuses statuses;
  private final Conversation talk;

  Session(
      Place place,
      SignIn signIn,
      SSLContext trust,
      ServerLimits limits,
      SystemProxy proxies,
      BooleanSupplier cancelled) {
    this.place = place;
    this.signIn = signIn;
    this.limits = limits;
    this.cancelled = cancelled;
    statuses = new Statuses(place);
    talk = new Conversation(place, trust, limits, proxies);
  }

  /** Asks who is there; the only call without credentials. */
  String version() throws ProblemException {
    Reply reply = talk.send(talk.request("/osmc/version").build(), limits.answer(), cancelled);
    if (!reply.good()) {
      throw reply.status() == 401 || reply.status() == 403
          ? statuses.notTeamworkCloud()
          : statuses.explain(reply);
    }
    String text = reply.text();
    if (text.isEmpty()) {
      throw statuses.empty();
    }
    if (reply.html() || text.length() > LONGEST_VERSION) {
      throw statuses.notTeamworkCloud();
    }
    return Visible.text(text);
  }

  /** Opens the session; with a token there is nothing to open. */
  void login() throws ProblemException {
    if (signIn instanceof UploadAnswer.Token) {
      return;
    }
    HttpRequest request =
        talk.request("/osmc/login").header("Authorization", Authorization.header(signIn)).build();
    if (cancelled.getAsBoolean()) {
      throw place.failed("", "server.cancelled");
    }
    Reply reply = talk.send(request, limits.answer(), cancelledForSome());
    if (!reply.good()) {
      throw switch (reply.status()) {
        case 401 -> place.failed("where.password", "server.signin.wrong");
        case 403 -> place.failed("where.user", "server.signin.refused");
        default -> statuses.explain(reply);
      };
    }
    if (!talk.hasCookie(SESSION_COOKIE)) {
      throw statuses.notTeamworkCloud();
    }
  }

  /**
   * True a moment after the job was cancelled: the session that the server may have opened already
   * can only be ended with the cookie of its answer.
   */
  private BooleanSupplier cancelledForSome() {
    AtomicLong end = new AtomicLong();
    return () -> {
      if (!cancelled.getAsBoolean()) {
        return false;
      }
      end.compareAndSet(0, System.nanoTime() + GRACE.toNanos());
      return System.nanoTime() - end.get() > 0;
    };
  }

  /** The user's name as the server knows it, or as typed when it does not say. */
  String who() throws ProblemException {
    Reply reply = get("/osmc/admin/currentUser?permission=true");
    if (reply.redirect()) {
      return nameIn(reply);
    }
    if (!reply.good() && reply.status() != 404) {
      throw explain(reply);
    }
    if (reply.good() && reply.html()) {
      throw statuses.notTeamworkCloud();
    }
    return typedName();
  }

  private String nameIn(Reply reply) throws ProblemException {
    try {
      URI target = URI.create(reply.location().orElse(""));
      String path = Optional.ofNullable(target.getPath()).orElse("");
      if (place.holds(target) && path.startsWith(USERS)) {
        return Visible.text(path.substring(USERS.length()));
      }
    } catch (IllegalArgumentException _) {
      throw statuses.notTeamworkCloud();
    }
    throw statuses.redirect(reply);
  }

  private String typedName() {
    return signIn instanceof UploadAnswer.UserPassword who ? who.user() : "";
  }

  TlsSettings readTls() throws ProblemException {
    return readTls(cancelled);
  }

  /** Reads the settings after a change, which cannot be cancelled: somebody must know. */
  TlsSettings readBack() throws ProblemException {
    return readTls(Session::never);
  }

  private TlsSettings readTls(BooleanSupplier stop) throws ProblemException {
    Reply reply = talk.send(authorized(TLS).build(), limits.answer(), stop);
    if (reply.status() == 404) {
      throw place.failed("where.url", "server.tls.not-there");
    }
    if (!reply.good()) {
      throw explain(reply);
    }
    if (reply.body().length == 0) {
      throw statuses.empty();
    }
    try {
      return TlsSettingsJson.read(reply.body());
    } catch (UnexpectedEndOfInputException _) {
      throw statuses.cutOff();
    } catch (JacksonException _) {
      throw statuses.notTeamworkCloud();
    }
  }

  /** Sends the change, once; not cancelled once it has begun. */
  Reply writeTls(WipedBody body) throws ProblemException {
    HttpRequest request =
        authorized(TLS).header("Content-Type", "application/json").PUT(body).build();
    return talk.send(request, limits.change(), Session::never);
  }

  ProblemException explain(Reply reply) {
    return reply.status() == 401 && signIn instanceof UploadAnswer.Token
        ? place.failed("where.password", "server.signin.token-refused")
        : statuses.explain(reply);
  }

  /** Ends the session if there is one, even when the job was cancelled. */
  Optional<Problem> logout() {
    if (!talk.hasCookie(SESSION_COOKIE)) {
      return Optional.empty();
    }
    // The interrupt that ended the job would end the signing out as well.
    boolean interrupted = Thread.interrupted();
    try {
      Reply reply =
          talk.send(talk.request("/osmc/logout").build(), limits.signOut(), Session::never);
      return reply.good() ? Optional.empty() : Optional.of(notSignedOut(""));
    } catch (ProblemException e) {
      return Optional.of(notSignedOut(e.problem().key()));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Problem notSignedOut(String why) {
    return Problem.warning("", "server.signout.failed", HostText.both(place.host()), place.port())
        .withDetail(why);
  }

  private Reply get(String path) throws ProblemException {
    return talk.send(authorized(path).build(), limits.answer(), cancelled);
  }

  private static boolean never() {
    return false;
  }

  private HttpRequest.Builder authorized(String path) {
    HttpRequest.Builder request = talk.request(path);
    return signIn instanceof UploadAnswer.Token
        ? request.header("Authorization", Authorization.header(signIn))
        : request;
  }

  @Override
  public void close() {
    talk.close();
  }
}
