package io.github.certwright.wizard.page;

import io.github.certwright.tls.Fingerprint;
import java.util.Optional;

/** How the certificate that a server shows stands to the one agreed to before. */
public sealed interface Agreement {
  /** Nobody on this computer has agreed to any. */
  record First() implements Agreement {}

  /** It is the one that was agreed to. */
  record Same() implements Agreement {}

  /**
   * It is another one.
   *
   * @param before the one that was agreed to
   */
  record Changed(Fingerprint before) implements Agreement {}

  /**
   * Compares.
   *
   * @param agreed what somebody agreed to before, if anybody did
   */
  static Agreement of(Optional<Fingerprint> agreed, Fingerprint shown) {
    if (agreed.isEmpty()) {
      return new First();
    }
    return agreed.get().equals(shown) ? new Same() : new Changed(agreed.get());
  }
}
