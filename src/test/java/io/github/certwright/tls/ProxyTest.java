package io.github.certwright.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.ServerLimits;
import io.github.certwright.server.SignedIn;
import io.github.certwright.server.TeamworkCloud;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.ForwardingProxy;
import io.github.certwright.testing.RawServer;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  private static final String HOST = "twcloud.example.com";
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final TlsLimits LIMITS = new TlsLimits(SHORT, SHORT);
  private static final Fingerprint ANY = new Fingerprint("0".repeat(64));

  private static SystemProxy through(int port) {
    ProxySelector selector =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(
                new Proxy(
                    Proxy.Type.HTTP,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    return new SystemProxy(() -> selector, Map.of());
  }

  private static Problem look(SystemProxy proxies) {
    return shown(
        catchThrowableOfType(
            ProblemException.class,
            () -> new TlsProbe(LIMITS, proxies).look(HOST, 8111, () -> false)));
  }

  private static Problem signIn(SystemProxy proxies) {
    try (Secret password = Secret.ofText("let me in")) {
      return shown(
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  cloud(proxies)
                      .testSignIn(
                          URI.create("https://" + HOST + ":8111"),
                          new UploadAnswer.UserPassword("Administrator", password),
                          PinnedContext.only(ANY),
                          () -> false)));
    }
  }

  private static TeamworkCloud cloud(SystemProxy proxies) {
    return new TeamworkCloud(new ServerLimits(SHORT, SHORT, SHORT, SHORT, 10_000), proxies);
  }

  private static Problem shown(ProblemException met) {
    Text.ProblemText words = Text.english().problem(met.problem());
    assertThat(words.what()).contains(HOST).doesNotContain("{");
    assertThat(words.hints()).hasSize(2);
    return met.problem();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 407 Proxy Authentication Required, tls.proxy.sign-in",
    "HTTP/1.1 403 Forbidden, tls.proxy.refused",
    "HTTP/1.0 502 Bad Gateway, tls.proxy.refused",
    "HTTP/1.1 302 Found, tls.proxy.refused",
    "220 mail.example.com ESMTP, tls.proxy.not-one"
  })
  void proxyThatDoesNotLetThroughIsNamedAndSeesNeitherCredentialsNorAPath(String answer, String key)
      throws Exception {
    String head = answer + "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    try (RawServer proxy = RawServer.saying(head)) {
      assertThat(look(through(proxy.port())).key()).isEqualTo(key);
      assertThat(signIn(through(proxy.port())).key())
          .isIn(key, key.equals("tls.proxy.sign-in") ? "server.answer.proxy" : key);
      assertThat(new String(proxy.received(), StandardCharsets.ISO_8859_1))
          .contains(HOST + ":8111")
          .doesNotContain("uthorization")
          .doesNotContain("osmc");
    }
  }

  @Test
  void silentProxyIsNamedInTime() throws Exception {
    TlsLimits brief = new TlsLimits(Duration.ofMillis(400), SHORT);
    try (RawServer proxy = RawServer.silent()) {
      Problem problem =
          shown(
              catchThrowableOfType(
                  ProblemException.class,
                  () -> new TlsProbe(brief, through(proxy.port())).look(HOST, 8111, () -> false)));

      assertThat(problem.key()).isEqualTo("tls.proxy.silent");
    }
  }

  @Test
  void proxyThatIsSwitchedOffIsNotTakenForTheServer() throws Exception {
    SystemProxy proxies = through(PracticeServer.freePort());

    assertThat(look(proxies).key()).isEqualTo("tls.proxy.away");
    assertThat(signIn(proxies).key()).isEqualTo("tls.proxy.away");
  }

  @Test
  void waitForAProxyCanBeCancelled() throws Exception {
    try (RawServer proxy = RawServer.silent()) {
      Problem problem =
          shown(
              catchThrowableOfType(
                  ProblemException.class,
                  () ->
                      new TlsProbe(LIMITS, through(proxy.port()))
                          .look(HOST, 8111, () -> proxy.guests() > 0)));

      assertThat(problem.key()).isEqualTo("tls.cancelled");
    }
  }

  @Test
  void serverBehindAProxyIsSeenAndSignedInToAndTheProxyReadsNothing() throws Exception {
    try (Secret password = Secret.ofText("let me in");
        PracticeServer server = PracticeServer.start(password);
        ForwardingProxy proxy = new ForwardingProxy(server.port())) {
      SystemProxy proxies = through(proxy.port());

      TlsSeen seen = new TlsProbe(LIMITS, proxies).look(HOST, 8111, () -> false);
      SignedIn signedIn =
          cloud(proxies)
              .testSignIn(
                  URI.create("https://" + HOST + ":8111"),
                  new UploadAnswer.UserPassword(PracticeServer.ADMINISTRATOR, password),
                  PinnedContext.only(server.fingerprint()),
                  () -> false);

      assertThat(seen.fingerprint()).contains(server.fingerprint());
      assertThat(signedIn.mayChange()).isTrue();
      assertThat(server.openSessions()).isZero();
      assertThat(proxy.asked()).contains("CONNECT " + HOST + ":8111 HTTP/1.1");
      assertThat(proxy.passed()).doesNotContain("osmc").doesNotContain("let me in");
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "localhost", "::1"})
  void thisVeryComputerIsNeverProxied(String host) {
    assertThat(through(9).before(host, 8111)).isEmpty();
  }

  @Test
  void anotherComputerIsProxiedAsTheSystemSays() {
    assertThat(through(9).before(HOST, 8111))
        .hasValueSatisfying(proxy -> assertThat(proxy.getPort()).isEqualTo(9));
    assertThat(SystemProxy.none().before(HOST, 8111)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "http://proxy.example.com:3128/ | - | proxy.example.com:3128",
        "proxy.example.com | - | proxy.example.com:80",
        "http://me:secret@proxy.example.com:8080 | - | proxy.example.com:8080",
        "http://proxy.example.com:3128 | other.example,.example.com | -",
        "http://proxy.example.com:3128 | example.com | -",
        "http://proxy.example.com:3128 | * | -",
        "http://proxy.example.com:3128 | ple.com | proxy.example.com:3128",
        "socks5://proxy.example.com:1080 | - | -",
        "nonsense here | - | -",
      })
  void environmentOfOtherProgramsCountsWhereTheSystemNamesNoProxy(
      String https, String none, String expected) {
    Map<String, String> environment =
        none == null
            ? Map.of("HTTPS_PROXY", https)
            : Map.of("https_proxy", https, "NO_PROXY", none);

    Optional<String> chosen =
        new SystemProxy(() -> null, environment)
            .before(HOST, 8111)
            .map(address -> address.getHostString() + ":" + address.getPort());

    assertThat(chosen).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void internationalNamesAreShownInBothForms() {
    assertThat(HostText.both("xn--bcher-kva.example"))
        .isEqualTo("bücher.example (xn--bcher-kva.example)");
    assertThat(HostText.both(HOST)).isEqualTo(HOST);
    assertThat(new Target("xn--bcher-kva.example", 8111).refused(null).problem().args())
        .startsWith("bücher.example (xn--bcher-kva.example)");
  }

  /** Names as computers have them, although RFC 3986 and RFC 1123 do not allow all of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"my_server.invalid", "a..invalid", "-x.invalid", "ex%41mple.invalid", "%zz"})
  void nameThatNoAddressOfThePageMayHaveIsLookedUpLikeAnyOther(String host) {
    SystemProxy proxies = new SystemProxy(ProxySelector::getDefault, Map.of());

    Problem met =
        catchThrowableOfType(
                ProblemException.class,
                () -> new TlsProbe(LIMITS, proxies).look(host, 8111, () -> false))
            .problem();

    assertThat(met.key()).isEqualTo("tls.host.unknown");
  }

  @Test
  void nameWithAnUnderscoreIsAskedOfTheProxyUnlessItIsAnException() {
    Map<String, String> environment =
        Map.of("https_proxy", "http://proxy.example:3128", "no_proxy", "other_one.example");
    SystemProxy proxies = new SystemProxy(() -> null, environment);

    assertThat(proxies.before("my_server", 8111)).isPresent();
    assertThat(proxies.before("other_one.example", 8111)).isEmpty();
  }
}
