package io.github.certwright.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.settings.PastJob;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the settings remember and what can be undone become one list. */
final class RecentJobTest {
  private static final Instant NOW = FakeServices.NOW;

  @Test
  void aJobThatStandsInBothListsIsOneAndTheNewestComesFirst() {
    List<RecentJob> all =
        RecentJob.merged(
            List.of(past("settings.example.com", 3, "r1"), past("gone.example.com", 9, "r9")),
            List.of(
                kept("", 3, "r1", Optional.empty()),
                kept("terminal.example.com", 1, "r2", Optional.empty())));
    assertThat(all)
        .extracting(RecentJob::server)
        .containsExactly("terminal.example.com", "settings.example.com", "gone.example.com");
    assertThat(all).extracting(RecentJob::mayUndo).containsExactly(true, true, false);
    assertThat(all.get(1).ends()).contains(NOW.plus(Duration.ofDays(100)));
    assertThat(all.get(1).tools()).containsExactly(Path.of("/opt/MagicDraw"));
  }

  @Test
  void whatWasUndoneOnTheCommandLineIsUndoneHereToo() {
    RecentJob job =
        RecentJob.merged(
                List.of(past("a.example.com", 3, "r1")),
                List.of(kept("a.example.com", 3, "r1", Optional.of(NOW))))
            .getFirst();
    assertThat(job.undone()).contains(NOW);
    assertThat(job.mayUndo()).isFalse();
  }

  @Test
  void filesOfAKeystoreThatAServerHasStay() {
    RecentJob sent =
        new RecentJob(
            PastJob.CREATE,
            "a.example.com",
            NOW,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            true,
            Optional.of("r1"),
            Optional.empty());
    assertThat(sent.mayUndo()).isFalse();
  }

  @Test
  void daysAreCountedByTheCalendar() {
    RecentJob job = RecentJob.merged(List.of(past("a.example.com", 3, "")), List.of()).getFirst();
    assertThat(job.daysLeft(Clock.fixed(NOW, ZoneOffset.UTC))).contains(100L);
  }

  private static PastJob past(String server, int daysAgo, String receipt) {
    return new PastJob(
        PastJob.INSTALL,
        server,
        NOW.minus(Duration.ofDays(daysAgo)),
        NOW.plus(Duration.ofDays(100)),
        "",
        "ab".repeat(32),
        receipt,
        Optional.empty());
  }

  private static RecentJob kept(
      String server, int daysAgo, String receipt, Optional<Instant> undone) {
    return new RecentJob(
        PastJob.INSTALL,
        server,
        NOW.minus(Duration.ofDays(daysAgo)),
        Optional.empty(),
        Optional.empty(),
        List.of(Path.of("/opt/MagicDraw")),
        Optional.empty(),
        false,
        Optional.of(receipt),
        undone);
  }
}
