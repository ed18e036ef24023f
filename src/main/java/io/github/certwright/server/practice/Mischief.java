package io.github.certwright.server.practice;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Bad answers that need no knowledge of the settings. */
final class Mischief {
  private static final byte[] PAGE =
      "<!DOCTYPE html><title>Sign in</title><p>Please sign in.".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HALF = "{\"enabled\":true,\"por".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "{\"hello\":[1,2]}".getBytes(StandardCharsets.UTF_8);

  private final CountDownLatch closing;
  private volatile URI elsewhere = URI.create("https://elsewhere.invalid:8111");

  Mischief(CountDownLatch closing) {
    this.closing = closing;
  }

  void redirectTo(URI origin) {
    elsewhere = origin;
  }

  /** Answers badly; false when the call is to be answered as usual. */
  boolean play(Misbehaviour what, HttpExchange exchange) throws IOException {
    switch (what) {
      case SLOW -> pause(TimeUnit.MINUTES.toMillis(10));
      case DRIPPING -> drip(exchange);
      case HANG_UP -> exchange.close();
      case STATUS_400 -> status(exchange, 400);
      case STATUS_401 -> status(exchange, 401);
      case STATUS_403 -> status(exchange, 403);
      case STATUS_404 -> status(exchange, 404);
      case STATUS_406 -> status(exchange, 406);
      case STATUS_407 -> status(exchange, 407);
      case STATUS_423 -> status(exchange, 423);
      case STATUS_500 -> status(exchange, 500);
      case STATUS_503 -> status(exchange, 503);
      case HTML -> body(exchange, "text/html", PAGE);
      case EMPTY -> exchange.sendResponseHeaders(200, -1);
      case OTHER_JSON -> body(exchange, "application/json", OTHER);
      case CUT_OFF -> cutOff(exchange);
      case HALF_JSON -> body(exchange, "application/json", HALF);
      case ENDLESS -> endless(exchange);
      case REDIRECT_ELSEWHERE ->
          redirect(exchange, 307, elsewhere + exchange.getRequestURI().getPath());
      case REDIRECT_FOR_GOOD ->
          redirect(exchange, 308, elsewhere + exchange.getRequestURI().getPath());
      case REDIRECT_HTTP ->
          redirect(
              exchange, 307, "http://127.0.0.1:" + exchange.getLocalAddress().getPort() + "/osmc");
      case REDIRECT_NOWHERE -> redirect(exchange, 307, "https://[not an address");
      case RESTART_NEEDED,
          ANSWER_LOST,
          APPLIED_THEN_500,
          YES_BUT_NOTHING,
          OTHER_CERTIFICATE,
          CERTIFICATE_SWAPPED,
          KEYSTORE_HIDDEN -> {
        return false;
      }
    }
    return true;
  }

  private void pause(long millis) throws IOException {
    try {
      if (closing.await(millis, TimeUnit.MILLISECONDS)) {
        throw new IOException("The practice server is closing.");
      }
    } catch (InterruptedException e) {
      throw new IOException("The practice server is closing.", e);
    }
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(' ');
        out.flush();
        pause(50);
      }
    }
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] part = new byte[8192];
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(part);
      }
    }
  }

  private static void cutOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write(HALF);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, int status, String target)
      throws IOException {
    exchange.getResponseHeaders().set("Location", target);
    exchange.sendResponseHeaders(status, -1);
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private static void body(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
