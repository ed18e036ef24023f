package io.github.certwright.trust;

import io.github.certwright.problem.Problem;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** What a store has of one certificate, recognised by its SHA-256 fingerprint. */
public sealed interface TrustState {

  /** It is there and is trusted. */
  record Trusted(X509Certificate certificate) implements TrustState {}

  /** It is there, but the store does not trust it: switched off, half installed, or ended. */
  record WithoutTrust(X509Certificate certificate) implements TrustState {}

  /** It is not there. */
  record NotTrusted() implements TrustState {}

  /** The store cannot be read. */
  record CannotTell(Problem problem) implements TrustState {}

  /** Why it cannot be told, where it cannot. */
  default Optional<Problem> trouble() {
    return this instanceof CannotTell(Problem why) ? Optional.of(why) : Optional.empty();
  }

  /** The word of the command line's JSON. */
  default String word() {
    return switch (this) {
      case Trusted _ -> "trusted";
      case WithoutTrust _ -> "there-without-trust";
      case NotTrusted _ -> "not-there";
      case CannotTell _ -> "cannot-tell";
    };
  }
}
