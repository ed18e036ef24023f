package io.github.certwright.run;

import io.github.certwright.check.HostPort;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the pair for modeling tools comes from. */
public sealed interface PairSource {

  /** A client kit. */
  record Kit(Path file) implements PairSource {}

  /**
   * A keystore of trusted certificates with its password; it is used as it is.
   *
   * @param password when empty, the one in {@link #passwordBeside()}
   */
  record Store(Path file, Secret password) implements PairSource {

    /** The {@code cert.pass} that stands beside a {@code cert.jks}, as tools have them. */
    public Optional<Path> passwordBeside() {
      return String.valueOf(file.getFileName()).equals("cert.jks")
          ? Optional.of(file.resolveSibling("cert.pass")).filter(Files::isRegularFile)
          : Optional.empty();
    }
  }

  /** A certificate file; {@code cert.jks} is made from it with a new password. */
  record Certificate(Path file) implements PairSource {}

  /**
   * The server itself.
   *
   * @param fingerprint what somebody read out or sent; without it nothing is installed
   */
  record Ask(HostPort where, Optional<Fingerprint> fingerprint) implements PairSource {}
}
