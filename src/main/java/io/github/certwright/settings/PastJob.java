package io.github.certwright.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A finished job, as the start page recalls it.
 *
 * @param server the main name the certificate was made for
 * @param created when the certificate was made
 * @param ends when it ends
 * @param folder the folder that holds its files
 * @param fingerprint SHA-256 fingerprint of the certificate, 64 hexadecimal digits
 */
public record PastJob(
    String server, Instant created, Instant ends, String folder, String fingerprint) {

  /**
   * Calendar days from today, in the clock's time zone, to the day on which the certificate ends.
   */
  public long daysLeft(Clock clock) {
    return ChronoUnit.DAYS.between(
        LocalDate.now(clock), LocalDate.ofInstant(ends, clock.getZone()));
  }
}
