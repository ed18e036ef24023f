package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.tls.Fingerprint;
import java.util.List;

/** What a look at the finished connection showed. */
public sealed interface CheckOutcome {

  /** The server offers the new certificate, and the client pair trusts it. */
  record Secure(Fingerprint fingerprint) implements CheckOutcome {}

  /** Not, or not yet; each problem says why. */
  record NotYet(List<Problem> problems) implements CheckOutcome {
    public NotYet {
      problems = List.copyOf(problems);
    }
  }
}
