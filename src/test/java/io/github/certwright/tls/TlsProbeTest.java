package io.github.certwright.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.RawServer;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class TlsProbeTest {
  private static final TlsLimits SHORT =
      new TlsLimits(Duration.ofMillis(800), Duration.ofMillis(800));

  /** Nothing takes that long, however much else the computer does. */
  private static final TlsLimits LONG =
      new TlsLimits(Duration.ofSeconds(60), Duration.ofSeconds(60));

  private static Problem problem(String host, int port, TlsLimits limits, BooleanSupplier cancel) {
    Problem problem =
        catchThrowableOfType(
                ProblemException.class, () -> new TlsProbe(limits).look(host, port, cancel))
            .problem();
    Text.ProblemText words = Text.english().problem(problem);
    assertThat(words.what()).doesNotContain("{").isNotBlank();
    assertThat(words.hints()).hasSize(2);
    return problem;
  }

  private static Problem problem(RawServer server) {
    return problem("127.0.0.1", server.port(), LONG, () -> false);
  }

  @Test
  void selfSignedServerIsSeenWithoutBeingTrustedAndWithoutARequest() throws Exception {
    try (Secret password = Secret.ofText("practice");
        PracticeServer server = PracticeServer.start(password)) {
      TlsSeen seen = new TlsProbe().look("127.0.0.1", server.port(), () -> false);

      assertThat(seen.fingerprint()).contains(server.fingerprint());
      assertThat(seen.chain()).hasSize(1);
      assertThat(seen.protocol()).isEqualTo("TLSv1.3");
      assertThat(seen.cipher()).startsWith("TLS_");
      assertThat(seen.systemTrusts()).isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void nameIsIndicatedAndNothingButTheGreetingIsSent() throws Exception {
    try (RawServer server = RawServer.silent()) {
      assertThat(problem("localhost", server.port(), SHORT, () -> false).key())
          .isEqualTo("tls.handshake.timeout");

      byte[] sent = server.received();
      int lengthOfRecord = ((sent[3] & 0xff) << 8) | (sent[4] & 0xff);
      assertThat(sent[0]).isEqualTo((byte) 0x16);
      assertThat(sent).hasSize(5 + lengthOfRecord);
      assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("localhost");
    }
  }

  @Test
  void addressIsNotIndicatedAsAName() throws Exception {
    try (RawServer server = RawServer.silent()) {
      problem("127.0.0.1", server.port(), SHORT, () -> false);

      assertThat(new String(server.received(), StandardCharsets.ISO_8859_1))
          .doesNotContain("127.0.0.1");
    }
  }

  @Test
  void unknownHostIsNamed() {
    assertThat(problem("no-such-computer.invalid", 443, LONG, () -> false).key())
        .isEqualTo("tls.host.unknown");
  }

  @Test
  void stoppedServiceIsRefused() throws Exception {
    Problem problem = problem("127.0.0.1", PracticeServer.freePort(), LONG, () -> false);

    assertThat(problem.key()).isEqualTo("tls.connect.refused");
    assertThat(problem.field()).isEqualTo("where.url");
  }

  @Test
  void filteredPortSaysHowLongWasWaited() throws Exception {
    // Linux drops the greeting of a connection when the queue of a listener is full.
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<SocketChannel> filling = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()));
        filling.add(channel);
      }
      TlsLimits limits = new TlsLimits(Duration.ofSeconds(1), Duration.ofSeconds(1));

      Problem problem = problem("127.0.0.1", full.getLocalPort(), limits, () -> false);

      assertThat(problem.key()).isEqualTo("tls.connect.timeout");
      assertThat(problem.args()).containsExactly("127.0.0.1", full.getLocalPort(), 1L);
      for (SocketChannel channel : filling) {
        channel.close();
      }
    }
  }

  @Test
  void missingRouteIsToldFromARefusal() {
    Target target = new Target("twcloud.example.com", 8111);

    assertThat(key(target, new NoRouteToHostException("No route to host")))
        .isEqualTo("tls.connect.no-route");
    assertThat(key(target, new SocketException("Network is unreachable")))
        .isEqualTo("tls.connect.no-route");
    assertThat(key(target, new ConnectException("Connection refused")))
        .isEqualTo("tls.connect.refused");
    assertThat(key(target, new ConnectException("Connection timed out")))
        .isEqualTo("tls.connect.timeout");
    assertThat(key(target, new SocketException("Connection reset")))
        .isEqualTo("tls.handshake.closed");
    assertThat(key(target, new SocketException("Permission denied")))
        .isEqualTo("tls.connect.failed");
  }

  private static String key(Target target, IOException met) {
    return Dialer.explain(target, met, 5).problem().key();
  }

  @Test
  void plainHttpIsNamed() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.http");
    }
  }

  @Test
  void anotherProtocolIsNotTls() throws Exception {
    try (RawServer server = RawServer.saying("220 mail.example.com ESMTP ready\r\n")) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.not-tls");
    }
  }

  @Test
  void fewBytesOfAnotherProtocolAreNotTlsEither() throws Exception {
    try (RawServer server = RawServer.saying("hi")) {
      assertThat(problem("localhost", server.port(), SHORT, () -> false).key())
          .isEqualTo("tls.handshake.not-tls");
    }
  }

  @Test
  void oldVersionRefusedByTheServerIsTooOld() throws Exception {
    try (RawServer server = RawServer.saying(new byte[] {0x15, 3, 1, 0, 2, 2, 70})) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.too-old");
    }
  }

  @Test
  void oldVersionChosenByTheServerIsTooOld() throws Exception {
    byte[] hello = new byte[5 + 4 + 38];
    byte[] head = {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
    System.arraycopy(head, 0, hello, 0, head.length);
    hello[hello.length - 2] = 0x2f;
    try (RawServer server = RawServer.saying(hello)) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.too-old");
    }
  }

  @Test
  void noCommonEncryptionIsAFailedGreeting() throws Exception {
    try (RawServer server = RawServer.saying(new byte[] {0x15, 3, 3, 0, 2, 2, 40})) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.failed");
    }
  }

  @Test
  void hangingUpIsNamed() throws Exception {
    try (RawServer server = RawServer.hangingUp()) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.closed");
    }
  }

  @Test
  void resetIsNamed() throws Exception {
    try (RawServer server =
        new RawServer(
            guest -> {
              guest.setSoLinger(true, 0);
              guest.close();
            })) {
      assertThat(problem(server).key()).isEqualTo("tls.handshake.closed");
    }
  }

  @Test
  void halfAGreetingThatNeverGoesOnEndsInTime() throws Exception {
    try (RawServer server = RawServer.saying(new byte[] {0x16, 3, 3, 0, 100, 2})) {
      long start = System.nanoTime();

      assertThat(problem("127.0.0.1", server.port(), SHORT, () -> false).key())
          .isEqualTo("tls.handshake.timeout");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void cancellingEndsAWaitAtOnce() throws Exception {
    try (RawServer server = RawServer.silent()) {
      long start = System.nanoTime();
      BooleanSupplier soon = () -> System.nanoTime() - start > 100_000_000;

      Problem problem = problem("127.0.0.1", server.port(), LONG, soon);

      assertThat(problem.key()).isEqualTo("tls.cancelled");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }
}
