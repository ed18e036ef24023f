package io.github.certwright.server.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.secret.Secret;
import io.github.certwright.tls.LocalNames;
import io.github.certwright.tls.PinnedContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PracticeServerTest {
  /** What a thread starts belongs to its group, by which servers of other tests are told apart. */
  private final ThreadGroup own = new ThreadGroup("this server");

  private PracticeServer server;
  private HttpClient client;

  @BeforeEach
  void start() throws Exception {
    try (Secret password = Secret.ofText("practice")) {
      FutureTask<PracticeServer> starting = new FutureTask<>(() -> PracticeServer.start(password));
      new Thread(own, starting).start();
      server = starting.get();
    }
    client = HttpClient.newBuilder().sslContext(PinnedContext.only(server.fingerprint())).build();
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  private HttpResponse<String> call(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private String session(String user) throws Exception {
    return call("GET", "/osmc/login", "Authorization", basic(user, "practice"))
        .headers()
        .allValues("Set-Cookie")
        .getFirst()
        .replaceFirst(";.*", "");
  }

  @Test
  void loginSetsTheTwoCookiesForTheirPathAndTime() throws Exception {
    HttpResponse<String> answer =
        call("GET", "/osmc/login", "Authorization", basic("Administrator", "practice"));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allMatch(cookie -> cookie.contains("Path=/osmc") && cookie.contains("Max-Age=900"))
        .anyMatch(cookie -> cookie.startsWith("twc-rest-session-id="))
        .anyMatch(cookie -> cookie.startsWith("twc-rest-current-user=Administrator"));
  }

  @Test
  void wrongPasswordUnknownUserAndNoHeaderAreRefused() throws Exception {
    assertThat(
            call("GET", "/osmc/login", "Authorization", basic("Administrator", "no")).statusCode())
        .isEqualTo(401);
    assertThat(
            call("GET", "/osmc/login", "Authorization", basic("Nobody", "practice")).statusCode())
        .isEqualTo(401);
    assertThat(call("GET", "/osmc/login", "Authorization", "Basic ???").statusCode())
        .isEqualTo(401);
    assertThat(call("GET", "/osmc/login").statusCode()).isEqualTo(401);
  }

  @Test
  void withoutASessionNothingIsShown() throws Exception {
    for (String path :
        List.of("/osmc/admin/currentUser", "/osmc/admin/tls", "/osmc/admin/users/Administrator")) {
      assertThat(call("GET", path).statusCode()).as(path).isEqualTo(401);
      assertThat(call("GET", path, "Cookie", "twc-rest-session-id=forged").statusCode())
          .as(path)
          .isEqualTo(401);
    }
    assertThat(call("PUT", "/osmc/admin/tls").statusCode()).isEqualTo(401);
  }

  @Test
  void currentUserLeadsToTheUserWithTheirRole() throws Exception {
    String session = session("Administrator");

    HttpResponse<String> who =
        call("GET", "/osmc/admin/currentUser?permission=true", "Cookie", session);
    String user = who.headers().firstValue("Location").orElseThrow();

    assertThat(who.statusCode()).isEqualTo(307);
    assertThat(user).isEqualTo("/osmc/admin/users/Administrator");
    assertThat(call("GET", user, "Cookie", session).body()).contains("Configure Server");
    assertThat(call("GET", "/osmc/admin/users/Reviewer", "Cookie", session).body())
        .doesNotContain("Configure Server");
  }

  @Test
  void reviewerMayNeitherSeeNorChangeTheSettings() throws Exception {
    String session = session("Reviewer");

    assertThat(call("GET", "/osmc/admin/tls", "Cookie", session).statusCode()).isEqualTo(403);
    assertThat(call("PUT", "/osmc/admin/tls", "Cookie", session).statusCode()).isEqualTo(403);
  }

  @Test
  void sessionEndsWithLogout() throws Exception {
    String session = session("Administrator");
    assertThat(server.openSessions()).isEqualTo(1);

    assertThat(call("GET", "/osmc/logout", "Cookie", session).statusCode()).isEqualTo(204);

    assertThat(call("GET", "/osmc/admin/tls", "Cookie", session).statusCode()).isEqualTo(401);
    assertThat(server.openSessions()).isZero();
  }

  @Test
  void emptySettingsAndUnknownPathsAreRefused() throws Exception {
    String session = session("Administrator");

    assertThat(call("PUT", "/osmc/admin/tls", "Cookie", session).statusCode()).isEqualTo(400);
    assertThat(call("POST", "/osmc/login").statusCode()).isEqualTo(404);
    assertThat(call("GET", "/").statusCode()).isEqualTo(404);
  }

  @Test
  void logNamesCallsAndSizesButNoSecret() throws Exception {
    session("Administrator");

    assertThat(server.requests())
        .containsExactly(new PracticeRequest("GET", "/osmc/login", 0, true));
  }

  @Test
  void nothingListensOutsideLoopback() throws Exception {
    List<String> others = new ArrayList<>(LocalNames.read().addresses());
    // Linux answers on all of 127/8 when a port is open on every address.
    others.add("127.0.0.2");
    for (String address : others) {
      try (Socket socket = new Socket()) {
        assertThatThrownBy(
                () -> socket.connect(new InetSocketAddress(address, server.port()), 2000))
            .as(address)
            .isInstanceOf(IOException.class);
      }
    }
  }

  private List<String> dispatchers() {
    Thread[] threads = new Thread[100];
    return Stream.of(threads)
        .limit(own.enumerate(threads))
        .map(Thread::getName)
        .filter(name -> name.startsWith("HTTP-Dispatcher"))
        .toList();
  }

  @Test
  void closingEndsThePortAndEveryThreadEvenWithASlowRequestWaiting() throws Exception {
    server.misbehave(Misbehaviour.SLOW);
    assertThat(dispatchers()).isNotEmpty();
    var waiting =
        client.sendAsync(
            HttpRequest.newBuilder(server.url().resolve("/osmc/version")).build(),
            BodyHandlers.ofString());
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    server.close();

    assertThat(waiting).failsWithin(Duration.ofSeconds(60));
    assertThat(dispatchers()).isEmpty();
    try (Socket socket = new Socket()) {
      assertThatThrownBy(
              () ->
                  socket.connect(
                      new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void closingTwiceDoesNoHarm() {
    server.close();
    server.close();

    assertThat(server.openSessions()).isZero();
  }
}
