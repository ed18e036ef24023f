package io.github.certwright.server.practice;

import com.sun.net.httpserver.HttpExchange;
import io.github.certwright.server.practice.Settings.Refusal;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The good answers: the part of the vendor's REST interface that is used. */
final class Contract {
  static final String VERSION = "2024x Refresh3 (practice)";

  private static final String USERS = "/osmc/admin/users/";
  private static final int LONGEST_BODY = 15 * 1024 * 1024;

  private final Accounts accounts;
  private final Settings settings;

  Contract(Accounts accounts, Settings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  /**
   * Answers one request.
   *
   * @param faults what is to go wrong with the settings
   */
  void answer(HttpExchange exchange, byte[] body, Set<Misbehaviour> faults) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod() + " " + path) {
      case "GET /osmc/version" -> send(exchange, 200, "text/plain", VERSION);
      case "GET /osmc/login" -> login(exchange);
      case "GET /osmc/logout" -> logout(exchange);
      case "GET /osmc/admin/currentUser" -> currentUser(exchange);
      case "GET /osmc/admin/tls" -> readTls(exchange, faults);
      case "PUT /osmc/admin/tls" -> writeTls(exchange, body, faults);
      default -> {
        if (exchange.getRequestMethod().equals("GET") && path.startsWith(USERS)) {
          user(exchange, path.substring(USERS.length()));
        } else {
          send(exchange, 404, "text/plain", "There is nothing here.");
        }
      }
    }
  }

  private void login(HttpExchange exchange) throws IOException {
    Optional<PracticeUser> user =
        accounts.basic(exchange.getRequestHeaders().getFirst("Authorization"));
    if (user.isEmpty()) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"practice\"");
      send(exchange, 401, "text/plain", "Wrong user or password.");
      return;
    }
    String rest = "; Path=/osmc; Max-Age=" + Accounts.LIFE.toSeconds() + "; Secure; HttpOnly";
    exchange
        .getResponseHeaders()
        .put(
            "Set-Cookie",
            List.of(
                Accounts.SESSION_COOKIE + "=" + accounts.open(user.get()) + rest,
                "twc-rest-current-user=" + encoded(user.get().name()) + rest));
    exchange.sendResponseHeaders(204, -1);
  }

  private void logout(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(accounts.end(cookies(exchange)) ? 204 : 401, -1);
  }

  private void currentUser(HttpExchange exchange) throws IOException {
    Optional<PracticeUser> user = known(exchange);
    if (user.isPresent()) {
      exchange.getResponseHeaders().set("Location", USERS + encoded(user.get().name()));
      exchange.sendResponseHeaders(307, -1);
    }
  }

  private void user(HttpExchange exchange, String name) throws IOException {
    if (known(exchange).isEmpty()) {
      return;
    }
    Optional<PracticeUser> found = accounts.named(name);
    if (found.isEmpty()) {
      send(exchange, 404, "text/plain", "There is no such user.");
      return;
    }
    String role =
        found.get().mayConfigure()
            ? "\"roles\":[\"Server Administrator\"],\"permissions\":[\"Configure Server\"]"
            : "\"roles\":[\"Resource Reviewer\"],\"permissions\":[]";
    send(
        exchange,
        200,
        "application/json",
        "{\"username\":\"" + name.replaceAll("[\"\\\\]", "\\\\$0") + "\"," + role + "}");
  }

  private void readTls(HttpExchange exchange, Set<Misbehaviour> faults) throws IOException {
    if (mayConfigure(exchange)) {
      sendSettings(exchange, faults);
    }
  }

  private void writeTls(HttpExchange exchange, byte[] body, Set<Misbehaviour> faults)
      throws IOException {
    if (!mayConfigure(exchange)) {
      return;
    }
    try {
      if (!faults.contains(Misbehaviour.YES_BUT_NOTHING)) {
        settings.change(
            body,
            !faults.contains(Misbehaviour.RESTART_NEEDED),
            faults.contains(Misbehaviour.OTHER_CERTIFICATE)
                ? Identity.selfSigned().context()
                : null);
      }
    } catch (Refusal e) {
      send(exchange, e.status(), "text/plain", e.getMessage());
      return;
    }
    if (faults.contains(Misbehaviour.ANSWER_LOST)) {
      exchange.close();
    } else if (faults.contains(Misbehaviour.APPLIED_THEN_500)) {
      exchange.sendResponseHeaders(500, -1);
    } else {
      sendSettings(exchange, faults);
    }
  }

  private void sendSettings(HttpExchange exchange, Set<Misbehaviour> faults) throws IOException {
    byte[] json = settings.json(!faults.contains(Misbehaviour.KEYSTORE_HIDDEN));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, json.length);
    exchange.getResponseBody().write(json);
  }

  private boolean mayConfigure(HttpExchange exchange) throws IOException {
    Optional<PracticeUser> user = known(exchange);
    if (user.isPresent() && !user.get().mayConfigure()) {
      send(exchange, 403, "text/plain", "The permission Configure Server is missing.");
    }
    return user.isPresent() && user.get().mayConfigure();
  }

  private Optional<PracticeUser> known(HttpExchange exchange) throws IOException {
    Optional<PracticeUser> user =
        accounts.known(exchange.getRequestHeaders().getFirst("Authorization"), cookies(exchange));
    if (user.isEmpty()) {
      send(exchange, 401, "text/plain", "There is no session.");
    }
    return user;
  }

  /** Reads the request's body, up to what a keystore can reasonably need. */
  static byte[] body(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().readNBytes(LONGEST_BODY);
  }

  static List<String> cookies(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
