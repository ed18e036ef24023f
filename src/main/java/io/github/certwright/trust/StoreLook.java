package io.github.certwright.trust;

import io.github.certwright.problem.Problem;

/** Whether a store can be worked with. */
public sealed interface StoreLook {

  /**
   * It is on this computer.
   *
   * @param needsRights whether only an administrator, or its owner, may change it
   */
  record Here(boolean needsRights) implements StoreLook {}

  /** This computer has none of this kind. */
  record NotHere(Problem problem) implements StoreLook {}

  /** It is here, but something that is needed to work with it is not. */
  record Unusable(Problem problem) implements StoreLook {}
}
