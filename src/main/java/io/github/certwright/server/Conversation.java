package io.github.certwright.server;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.SystemProxy;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/**
 * Requests and answers with one server: no redirect is followed, cookies live as long as the
 * conversation, and every answer ends in time and in size.
 */
final class Conversation implements AutoCloseable {
  private static final long LOOK_UP_MILLIS = 25;
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Place place;
  private final ServerLimits limits;
  private final Failures failures;
  private final CookieManager cookies =
      new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
  private final HttpClient client;

  /**
   * Prepares; nothing is sent yet.
   *
   * @param trust decides in the handshake, before a byte of a request leaves
   */
  Conversation(Place place, SSLContext trust, ServerLimits limits, SystemProxy proxies) {
    this.place = place;
    this.limits = limits;
    failures = new Failures(place, limits, proxies);
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(cookies)
            .connectTimeout(limits.connect())
            .proxy(proxies)
            .sslContext(trust)
            .build();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(place.at(path)).header("Accept", "application/json, text/plain");
  }

  /**
   * Sends and waits for the whole answer.
   *
   * @throws ProblemException when no whole answer came, or {@code server.cancelled}
   */
  Reply send(HttpRequest request, Duration limit, BooleanSupplier cancelled)
      throws ProblemException {
    if (cancelled.getAsBoolean()) {
      throw cancelled();
    }
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, head -> new CappedBody(limits.bodyBytes()));
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (System.nanoTime() < end) {
        if (cancelled.getAsBoolean()) {
          throw cancelled();
        }
        Optional<HttpResponse<byte[]>> answer = peek(coming);
        if (answer.isPresent()) {
          return reply(answer.get());
        }
      }
      throw failures.slow(limit);
    } catch (ExecutionException e) {
      throw failures.explain(e.getCause(), limit, cancelled);
    } catch (InterruptedException _) {
      throw cancelled();
    } finally {
      coming.cancel(true);
    }
  }

  private static Optional<HttpResponse<byte[]>> peek(CompletableFuture<HttpResponse<byte[]>> coming)
      throws ExecutionException, InterruptedException {
    try {
      return Optional.of(coming.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    }
  }

  private static Reply reply(HttpResponse<byte[]> answer) {
    return new Reply(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT),
        answer.headers().firstValue("Location"),
        answer.body());
  }

  boolean hasCookie(String name) {
    return cookies.getCookieStore().getCookies().stream().anyMatch(c -> c.getName().equals(name));
  }

  private ProblemException cancelled() {
    return place.failed("", "server.cancelled");
  }

  @Override
  public void close() {
    cookies.getCookieStore().removeAll();
    client.shutdownNow();
    try {
      client.awaitTermination(GOODBYE);
    } catch (InterruptedException _) {
      // The client was told to end; only the waiting for it is cut short.
      Thread.currentThread().interrupt();
    }
  }
}
