package io.github.certwright.trust;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which store: its kind, and its place where a computer can have several of a kind.
 *
 * @param place a browser's profile folder or Java's {@code cacerts} file; otherwise empty
 */
public record StoreName(StoreKind kind, Optional<Path> place) {
  static StoreName of(StoreKind kind) {
    return new StoreName(kind, Optional.empty());
  }

  static StoreName at(StoreKind kind, Path place) {
    return new StoreName(kind, Optional.of(place));
  }

  /** As the command line names it: {@code debian}, {@code java:/opt/java/lib/security/cacerts}. */
  public String id() {
    return kind.word() + place.map(path -> ":" + path).orElse("");
  }

  /** The store that {@link #id()} named; empty when it is of no kind that is known. */
  public static Optional<StoreName> read(String id) {
    int colon = id.indexOf(':');
    Optional<StoreKind> kind = StoreKind.read(colon < 0 ? id : id.substring(0, colon));
    Optional<Path> place =
        colon < 0 ? Optional.empty() : Optional.of(Path.of(id.substring(colon + 1)));
    return kind.map(known -> new StoreName(known, place));
  }

  /**
   * Whether this store is meant by a name: its identifier, its kind or its kind's group, in any
   * letter case.
   */
  public boolean answersTo(String asked) {
    return asked.equals(id())
        || asked.equalsIgnoreCase(kind.word())
        || asked.equalsIgnoreCase(kind.group().word());
  }

  /** Message key of its name for people, beside which {@link #place()} is shown. */
  public String key() {
    return switch (kind) {
      case WINDOWS_MACHINE -> "trust.kind.windows-machine";
      case WINDOWS_USER -> "trust.kind.windows-user";
      case MAC_SYSTEM -> "trust.kind.mac-system";
      case MAC_USER -> "trust.kind.mac-user";
      case DEBIAN -> "trust.kind.debian";
      case REDHAT -> "trust.kind.redhat";
      case ARCH -> "trust.kind.arch";
      case SUSE -> "trust.kind.suse";
      case FIREFOX -> "trust.kind.firefox";
      case CHROMIUM -> "trust.kind.chromium";
      case JAVA -> "trust.kind.java";
    };
  }

  @Override
  public String toString() {
    return id();
  }
}
