package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.RecentJob;
import java.time.Clock;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/**
 * How urgent a certificate's end is, said in words as well as in colour, at the days at which every
 * Certwright warns: 60, 30 and 7.
 *
 * @param words for example "ends in 823 days"
 * @param colour style class
 */
record EndDate(String words, String colour, Feather icon) {
  private static final int PLAN = 60;
  private static final int SOON = 30;
  private static final int NOW = 7;

  /** Empty where the end is not known. */
  static Optional<EndDate> of(Text text, RecentJob job, Clock clock) {
    if (job.kind().equals(RecentJob.REQUEST)) {
      return Optional.of(new EndDate(text.of("start.recent.asked"), "quiet", Feather.CLOCK));
    }
    return job.ends().map(end -> of(text, job, clock, job.daysLeft(clock).orElseThrow()));
  }

  private static EndDate of(Text text, RecentJob job, Clock clock, long days) {
    if (job.ends().orElseThrow().isBefore(clock.instant())) {
      String words = text.of("start.recent.ended", job.ends().get());
      return new EndDate(words, "over", Feather.X_CIRCLE);
    }
    if (days <= NOW) {
      return new EndDate(text.of("start.recent.ends.now", days), "danger", Feather.ALERT_OCTAGON);
    }
    if (days <= SOON) {
      return new EndDate(
          text.of("start.recent.ends.soon", days), "warning", Feather.ALERT_TRIANGLE);
    }
    return days <= PLAN
        ? new EndDate(text.of("start.recent.ends.plan", days), "notice", Feather.CLOCK)
        : new EndDate(text.of("start.recent.ends", days), "quiet", Feather.CHECK);
  }
}
