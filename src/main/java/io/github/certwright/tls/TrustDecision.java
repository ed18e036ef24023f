package io.github.certwright.tls;

import io.github.certwright.problem.Problem;

/** Whether anything may be sent to a server. */
public sealed interface TrustDecision {

  /**
   * It may.
   *
   * @param fingerprint of the server's certificate
   * @param bySystem true when the trust store of this Java accepts it, false when the person did
   */
  record Trusted(Fingerprint fingerprint, boolean bySystem) implements TrustDecision {}

  /** Never seen before: show the fingerprint and ask; without a Yes it may not. */
  record AskFirst(Fingerprint fingerprint) implements TrustDecision {}

  /** Not what the person agreed to: show both; the answer offered is No. */
  record Changed(Fingerprint old, Fingerprint now) implements TrustDecision {}

  /** It may not, and there is nothing to ask. */
  record Refused(Problem reason) implements TrustDecision {}
}
