package io.github.certwright.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is remembered from one start to the next. Never a secret.
 *
 * @param pins {@code host:port} to the SHA-256 fingerprint (64 hexadecimal digits) somebody agreed
 *     to
 * @param history finished jobs, newest first
 * @param seen {@code host:port} to the fingerprint that the last check saw there and when (ISO
 *     8601), with a space between; the last checked comes last
 */
public record SettingsData(
    Preferences preferences,
    Map<String, String> pins,
    List<PastJob> history,
    Map<String, String> seen) {
  private static final int LONGEST_HISTORY = 100;
  private static final int MOST_SEEN = 100;

  public SettingsData {
    pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    history = List.copyOf(history.subList(0, Math.min(history.size(), LONGEST_HISTORY)));
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }

  public static SettingsData defaults() {
    return new SettingsData(Preferences.defaults(), Map.of(), List.of(), Map.of());
  }

  public SettingsData withPreferences(Preferences other) {
    return new SettingsData(other, pins, history, seen);
  }

  /** Remembers that somebody agreed to a certificate; an older agreement for the port is gone. */
  public SettingsData withPin(String hostAndPort, String fingerprint) {
    Map<String, String> more = new LinkedHashMap<>(pins);
    more.put(hostAndPort, fingerprint);
    return new SettingsData(preferences, more, history, seen);
  }

  /** Puts a job in front of the history. */
  public SettingsData withJob(PastJob job) {
    List<PastJob> more = new ArrayList<>();
    more.add(job);
    more.addAll(history);
    return new SettingsData(preferences, pins, more, seen);
  }

  /** Remembers what a check saw; of many servers those looked at longest ago are forgotten. */
  public SettingsData withSeen(String hostAndPort, String fingerprintAndTime) {
    Map<String, String> more = new LinkedHashMap<>(seen);
    more.remove(hostAndPort);
    if (more.size() >= MOST_SEEN) {
      more.remove(more.keySet().iterator().next());
    }
    more.put(hostAndPort, fingerprintAndTime);
    return new SettingsData(preferences, pins, history, more);
  }

  /**
   * Marks a job as undone.
   *
   * @param receipt of the job; not empty
   */
  public SettingsData withUndone(String receipt, Instant when) {
    return new SettingsData(
        preferences,
        pins,
        history.stream()
            .map(job -> job.receipt().equals(receipt) ? job.undoneAt(when) : job)
            .toList(),
        seen);
  }
}
