package io.github.certwright.check;

import static io.github.certwright.check.ConnectionCheckTest.check;
import static io.github.certwright.check.ConnectionCheckTest.verdict;
import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.PortSeen.State;
import io.github.certwright.check.TestCertificate.Made;
import io.github.certwright.testing.RawServer;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.SystemProxy;
import io.github.certwright.tls.TlsLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other ports of a Teamwork Cloud host, and what stands between it and this computer. */
class OtherPortsTest {
  private static final HostPort WHERE = new HostPort("twcloud.example.com", 10002);

  @TempDir Path folder;

  private static List<String> keys(CheckReport report) {
    return report.findings().stream().map(Finding::key).toList();
  }

  private static PreparedServer saying(String answer) {
    return PreparedServer.raw(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aBrowsersWarningIsExplainedWithoutCallingTheConnectionUnsound() throws IOException {
    Made made = good().make();
    Made web = good().key(pair("EC", 256, "web")).make();
    try (PreparedProber host =
        new PreparedProber(PreparedServer.tls(made))
            .with(8111, PreparedServer.tls(web))
            .withOpen(3579)) {
      CheckReport report =
          check(
              host,
              WHERE,
              List.of(PreparedTools.in(folder, "CSM", made.certificate())),
              Pins.inMemory());
      verdict(report, Level.GREEN, "check.verdict.trusted");
      assertThat(keys(report)).contains("check.web.warns", "check.plain.open");
      assertThat(report.connection().orElseThrow().ports())
          .containsExactly(
              new PortSeen(8111, State.UNTRUSTED),
              new PortSeen(8443, State.CLOSED),
              new PortSeen(3579, State.OPEN));
    }
  }

  @Test
  void plainHttpAndAnEndedCertificateForBrowsersAreSaid() throws IOException {
    Made made = good().make();
    Made old = good().from(-90).until(-3).make();
    try (PreparedProber host =
        new PreparedProber(PreparedServer.tls(made))
            .with(8111, saying("HTTP/1.1 400 Bad Request\r\n\r\n"))
            .with(8443, PreparedServer.tls(old))) {
      CheckReport report = check(host, WHERE, List.of(), Pins.inMemory());
      verdict(report, Level.AMBER, "check.web.plain");
      assertThat(keys(report)).contains("check.web.over");
    }
  }

  @Test
  void aServerWithoutItsSecurePortIsToldFromOneThatIsNotThere() throws IOException {
    PreparedServer gone = PreparedServer.raw(connection -> {});
    gone.close();
    try (PreparedProber host = new PreparedProber(gone).withOpen(3579)) {
      CheckReport report = check(host, WHERE, List.of(), Pins.inMemory());
      verdict(report, Level.RED, "check.port.off");
      assertThat(keys(report)).contains("tls.connect.refused", "check.plain.open");
      assertThat(report.findings().getFirst().remedy()).contains(new Remedy.Console(10002));
    }
  }

  @Test
  void portsForBrowsersHaveNoNeighbours() throws IOException {
    try (PreparedProber host =
        new PreparedProber(PreparedServer.tls(good().make())).withOpen(3579)) {
      CheckReport report =
          check(host, new HostPort("twcloud.example.com", 8443), List.of(), Pins.inMemory());
      verdict(report, Level.AMBER, "check.browser.warns");
      assertThat(report.connection().orElseThrow().ports()).isEmpty();
    }
  }

  @Test
  void itIsSaidHowLongAPortHasToAnswer() throws IOException {
    List<CheckReport.Sentence> heard = new ArrayList<>();
    try (PreparedProber host = new PreparedProber(PreparedServer.tls(good().make()))) {
      new ConnectionCheck(host, Pins.inMemory(), TestCertificate.clock())
          .check(WHERE, List.of(), heard::add, () -> false);
    }
    assertThat(heard.getFirst())
        .isEqualTo(CheckReport.Sentence.of("check.looking.port", 10002, "twcloud.example.com", 5L));
    assertThat(heard).hasSize(3);
  }

  @Test
  void aCancelledCheckSaysSoAndRemembersNothing() throws IOException {
    Pins pins = Pins.inMemory();
    try (PreparedProber host = new PreparedProber(PreparedServer.tls(good().make()))) {
      CheckReport report =
          new ConnectionCheck(host, pins, TestCertificate.clock())
              .check(WHERE, List.of(), _ -> {}, () -> true);
      assertThat(report.verdict().key()).isEqualTo("tls.cancelled");
    }
    assertThat(pins.sighting(WHERE.host(), WHERE.port())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 407 Proxy Authentication Required, tls.proxy.sign-in",
    "HTTP/1.1 403 Forbidden, tls.proxy.refused",
    "HTTP/1.1 502 Bad Gateway, tls.proxy.refused",
  })
  void aProxyThatRefusesIsNamedAndNobodyElseIsAsked(String answer, String key) throws IOException {
    try (RawServer proxy = RawServer.saying(answer + "\r\n\r\n")) {
      InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
      Duration two = Duration.ofSeconds(2);
      Prober through =
          new NetworkProber(
              new TlsLimits(two, two), new SystemProxy(() -> ProxySelector.of(at), Map.of()));
      CheckReport report = check(through, WHERE, List.of(), Pins.inMemory());
      verdict(report, Level.RED, key);
      assertThat(report.verdict().args().get(2).toString()).endsWith(":" + proxy.port());
      assertThat(proxy.guests()).isEqualTo(1);
    }
  }
}
