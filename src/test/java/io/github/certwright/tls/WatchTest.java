package io.github.certwright.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.tls.FingerprintWatch.Nothing;
import io.github.certwright.tls.FingerprintWatch.Result;
import io.github.certwright.tls.FingerprintWatch.SeenExpected;
import io.github.certwright.tls.FingerprintWatch.SeenOther;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final AtomicLong clock = new AtomicLong();
  private final List<Double> progress = new ArrayList<>();
  private PracticeServer server;

  @BeforeEach
  void start() throws Exception {
    try (Secret password = Secret.ofText("practice")) {
      server = PracticeServer.start(password);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result watch(int port, Fingerprint expected, Runnable whileWaiting) {
    FingerprintWatch watch =
        new FingerprintWatch(
            new TlsProbe(),
            (time, cancelled) -> {
              clock.addAndGet(Duration.ofSeconds(10).toNanos());
              whileWaiting.run();
            },
            clock::get);
    return watch.until(
        "127.0.0.1", port, expected, FingerprintWatch.USUAL, progress::add, () -> false);
  }

  @Test
  void certificateThereAlreadyIsSeenAtOnce() {
    assertThat(watch(server.port(), server.fingerprint(), () -> {}))
        .isInstanceOf(SeenExpected.class);
    assertThat(progress).containsExactly(1.0);
  }

  @Test
  void certificateThatAppearsLaterIsSeen() throws Exception {
    int port = PracticeServer.freePort();
    List<PracticeTwin> later = new ArrayList<>();

    Result result =
        watch(
            port,
            PracticeTwin.FINGERPRINT,
            () -> {
              if (clock.get() > Duration.ofSeconds(15).toNanos() && later.isEmpty()) {
                later.add(new PracticeTwin(port));
              }
            });

    assertThat(result).isInstanceOf(SeenExpected.class);
    assertThat(progress).hasSize(3).endsWith(1.0);
    later.getFirst().close();
  }

  @Test
  void otherCertificateUpToTheEndIsReportedWithItsFingerprint() {
    Result result = watch(server.port(), new Fingerprint("0".repeat(64)), () -> {});

    assertThat(result).isEqualTo(new SeenOther(server.fingerprint()));
    assertThat(progress).hasSize(7).isSorted().endsWith(1.0);
  }

  @Test
  void nothingThereUpToTheEndSaysWhy() throws Exception {
    Result result = watch(PracticeServer.freePort(), server.fingerprint(), () -> {});

    assertThat(((Nothing) result).problem().key()).isEqualTo("tls.connect.refused");
  }

  @Test
  void cancellingEndsTheRealWaitAtOnce() throws Exception {
    long start = System.nanoTime();

    Result result =
        new FingerprintWatch()
            .until(
                "127.0.0.1",
                PracticeServer.freePort(),
                server.fingerprint(),
                FingerprintWatch.USUAL,
                progress::add,
                () -> System.nanoTime() - start > 100_000_000);

    assertThat(((Nothing) result).problem().key()).isEqualTo("tls.cancelled");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
