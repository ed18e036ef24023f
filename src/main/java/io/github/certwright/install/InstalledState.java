package io.github.certwright.install;

import io.github.certwright.problem.Problem;
import io.github.certwright.tls.Fingerprint;
import java.time.Instant;
import java.util.List;

/** What a tool has in its {@code certs} folder now. */
public sealed interface InstalledState {

  /** Neither file is there. */
  record Nothing() implements InstalledState {}

  /** A pair that opens and trusts the certificate asked about. */
  record ThisCertificate(Fingerprint fingerprint, Instant notAfter) implements InstalledState {}

  /** A pair that opens and trusts another certificate. */
  record OtherCertificate(Fingerprint fingerprint, Instant notAfter) implements InstalledState {}

  /**
   * Only one of the two files is there.
   *
   * @param missing the name of the other
   */
  record Half(String missing) implements InstalledState {}

  /** {@code cert.pass} does not open {@code cert.jks}. */
  record PasswordDoesNotOpen() implements InstalledState {}

  /** A file cannot be read, or holds no certificate. */
  record Unreadable(Problem problem) implements InstalledState {}

  /** The word of the command line's JSON. */
  default String word() {
    return switch (this) {
      case Nothing _ -> "nothing";
      case ThisCertificate _ -> "this-certificate";
      case OtherCertificate _ -> "other-certificate";
      case Half _ -> "half";
      case PasswordDoesNotOpen _ -> "password-does-not-open";
      case Unreadable _ -> "unreadable";
    };
  }

  /** Message key of its sentence. */
  default String key() {
    return switch (this) {
      case Nothing _ -> "install.state.nothing";
      case ThisCertificate _ -> "install.state.this";
      case OtherCertificate _ -> "install.state.other";
      case Half _ -> "install.state.half";
      case PasswordDoesNotOpen _ -> "install.state.password";
      case Unreadable _ -> "install.state.unreadable";
    };
  }

  /** Arguments of its sentence. */
  default List<Object> args() {
    return switch (this) {
      case ThisCertificate state -> List.of(state.notAfter());
      case OtherCertificate state -> List.of(state.notAfter());
      case Half state -> List.of(state.missing());
      case Nothing _, PasswordDoesNotOpen _, Unreadable _ -> List.of();
    };
  }
}
