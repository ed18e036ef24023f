package io.github.certwright.tls;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The certificates a person has agreed to, one for each host and port. */
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
    return new Pins() {
      @Override
      public Optional<Fingerprint> find(String host, int port) {
        return Optional.ofNullable(known.get(place(host, port)));
      }

      @Override
      public void remember(String host, int port, Fingerprint fingerprint) {
        known.put(place(host, port), fingerprint);
      }
    };
  }
}
