package io.github.certwright.settings;

import io.github.certwright.plan.WaitingRequest;
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
 * @param waiting requests whose answer is waited for, newest first
 */
public record SettingsData(
    Preferences preferences,
    Map<String, String> pins,
    List<PastJob> history,
    List<WaitingRequest> waiting) {
  private static final int LONGEST_HISTORY = 100;

  public SettingsData {
    pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    history = List.copyOf(history.subList(0, Math.min(history.size(), LONGEST_HISTORY)));
    waiting = List.copyOf(waiting.subList(0, Math.min(waiting.size(), LONGEST_HISTORY)));
  }

  public static SettingsData defaults() {
    return new SettingsData(Preferences.defaults(), Map.of(), List.of(), List.of());
  }

  public SettingsData withPreferences(Preferences other) {
    return new SettingsData(other, pins, history, waiting);
  }

  /** Remembers that somebody agreed to a certificate; an older agreement for the port is gone. */
  public SettingsData withPin(String hostAndPort, String fingerprint) {
    Map<String, String> more = new LinkedHashMap<>(pins);
    more.put(hostAndPort, fingerprint);
    return new SettingsData(preferences, more, history, waiting);
  }

  /** Puts a job in front of the history. */
  public SettingsData withJob(PastJob job) {
    List<PastJob> more = new ArrayList<>();
    more.add(job);
    more.addAll(history);
    return new SettingsData(preferences, pins, more, waiting);
  }

  /** Puts a request in front; an older one with the same keystore is gone. */
  public SettingsData withWaiting(WaitingRequest request) {
    List<WaitingRequest> more = new ArrayList<>();
    more.add(request);
    more.addAll(withoutWaiting(request.keystore()).waiting());
    return new SettingsData(preferences, pins, history, more);
  }

  /** Without the request of a keystore. */
  public SettingsData withoutWaiting(String keystore) {
    List<WaitingRequest> fewer =
        waiting.stream().filter(request -> !request.keystore().equals(keystore)).toList();
    return new SettingsData(preferences, pins, history, fewer);
  }
}
