package io.github.certwright.tls;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The certificates a person has agreed to, one for each host and port, and what else is remembered
 * of servers.
 */
public interface Pins {

  /**
   * The fingerprint that a server must show whatever else is known, when one was given for this job
   * alone.
   */
  default Optional<Fingerprint> expected() {
    return Optional.empty();
  }

  Optional<Fingerprint> find(String host, int port);

  /** Keeps the fingerprint, instead of an older one. */
  void remember(String host, int port, Fingerprint fingerprint);

  /** What an earlier check saw there, which nobody has agreed to. */
  default Optional<Sighting> sighting(String host, int port) {
    return Optional.empty();
  }

  /** Keeps what a check saw, for the next one to compare; means no agreement. */
  default void saw(String host, int port, Sighting sighting) {}

  /**
   * The newest certificate that was made here for a server.
   *
   * @param host as it was made for: readable, in any case
   */
  default Optional<Sighting> made(String host) {
    return Optional.empty();
  }

  /** A certificate and when it was seen or made. */
  record Sighting(Fingerprint fingerprint, Instant when) {}

  /** The form in which implementations compare: {@code host:port}, the host in lower case. */
  static String place(String host, int port) {
    return host.toLowerCase(Locale.ROOT) + ":" + port;
  }

  /** No agreement but the one fingerprint that every server asked must show. */
  static Pins expecting(Fingerprint fingerprint) {
    return new Pins() {
      @Override
      public Optional<Fingerprint> expected() {
        return Optional.of(fingerprint);
      }

      @Override
      public Optional<Fingerprint> find(String host, int port) {
        return Optional.empty();
      }

      @Override
      public void remember(String host, int port, Fingerprint other) {
        throw new IllegalStateException("What was given beforehand is not asked about.");
      }
    };
  }

  /** Pins that live as long as the object. */
  static Pins inMemory() {
    Map<String, Fingerprint> known = new ConcurrentHashMap<>();
    Map<String, Sighting> seen = new ConcurrentHashMap<>();
    return new Pins() {
      @Override
      public Optional<Fingerprint> find(String host, int port) {
        return Optional.ofNullable(known.get(place(host, port)));
      }

      @Override
      public void remember(String host, int port, Fingerprint fingerprint) {
        known.put(place(host, port), fingerprint);
      }

      @Override
      public Optional<Sighting> sighting(String host, int port) {
        return Optional.ofNullable(seen.get(place(host, port)));
      }

      @Override
      public void saw(String host, int port, Sighting sighting) {
        seen.put(place(host, port), sighting);
      }
    };
  }
}
