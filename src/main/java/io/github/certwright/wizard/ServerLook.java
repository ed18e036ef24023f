package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.tls.Fingerprint;
import java.time.Instant;

/** Whether a server's certificate is trusted, before anything is sent to it. */
public sealed interface ServerLook {

  /** Somebody, or the system, trusts it already. */
  record Trusted(Fingerprint fingerprint) implements ServerLook {}

  /**
   * Nobody knows it yet: the person compares the fingerprint.
   *
   * @param subject whom the certificate names
   * @param ends when it ends
   */
  record AskFirst(Fingerprint fingerprint, String subject, Instant ends) implements ServerLook {}

  /** It is not the one agreed to before. */
  record Changed(Fingerprint before, Fingerprint now, String subject, Instant ends)
      implements ServerLook {}

  /** It cannot be trusted, or not be seen. */
  record Refused(Problem problem) implements ServerLook {}
}
