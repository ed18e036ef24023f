package io.github.certwright.server.practice;

import io.github.certwright.secret.Secret;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in, and who is in. */
final class Accounts implements AutoCloseable {
  static final String SESSION_COOKIE = "twc-rest-session-id";
  static final Duration LIFE = Duration.ofMinutes(15);

  private final List<PracticeUser> users;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  private record Session(PracticeUser user, Instant end) {}

  Accounts(List<PracticeUser> users) {
    this.users = users.stream().map(PracticeUser::copy).toList();
  }

  /** The user of {@code Basic …} (RFC 7617) when name and password are right. */
  Optional<PracticeUser> basic(String header) {
    if (header == null || !header.startsWith("Basic ")) {
      return Optional.empty();
    }
    try {
      String both =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      try (Secret password = Secret.ofText(both.substring(colon + 1))) {
        return users.stream()
            .filter(user -> colon > 0 && user.name().equals(both.substring(0, colon)))
            .filter(user -> user.password().sameAs(password))
            .findFirst();
      }
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The user of a token or of a session cookie. */
  Optional<PracticeUser> known(String authorization, List<String> cookieHeaders) {
    if (authorization != null && authorization.startsWith("Token ")) {
      try (Secret token = Secret.ofText(authorization.substring("Token ".length()))) {
        return users.stream()
            .filter(user -> !user.token().isEmpty() && user.token().sameAs(token))
            .findFirst();
      }
    }
    return sessionId(cookieHeaders)
        .map(sessions::get)
        .filter(session -> session.end().isAfter(Instant.now()))
        .map(Session::user);
  }

  String open(PracticeUser user) {
    String id = UUID.randomUUID().toString();
    sessions.put(id, new Session(user, Instant.now().plus(LIFE)));
    return id;
  }

  boolean end(List<String> cookieHeaders) {
    return sessionId(cookieHeaders).map(sessions::remove).isPresent();
  }

  int open() {
    return sessions.size();
  }

  Optional<PracticeUser> named(String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst();
  }

  private static Optional<String> sessionId(List<String> cookieHeaders) {
    for (String header : cookieHeaders) {
      for (String pair : header.split(";\\s*", -1)) {
        if (pair.startsWith(SESSION_COOKIE + "=")) {
          return HttpCookie.parse(pair).stream().map(HttpCookie::getValue).findFirst();
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    sessions.clear();
    for (PracticeUser user : users) {
      user.password().close();
      user.token().close();
    }
  }
}
