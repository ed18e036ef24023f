package io.github.certwright;

import io.github.certwright.run.Finished;
import io.github.certwright.run.TrustJob;
import io.github.certwright.run.Workbench;
import io.github.certwright.wizard.RootWork;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.Trusting;

/** The wizard's doors to the real rooms, for tests of pages. */
public final class WizardDoors {
  private WizardDoors() {}

  /** A run that has ended, as the wizard sees it. */
  public static Ended ended(Finished finished) {
    return new FinishedRun(finished);
  }

  public static RootWork roots(Workbench bench) {
    return new RootDoor(bench);
  }

  /**
   * Doors to trust stores.
   *
   * @param job with the stores of a computer that was prepared
   */
  public static Trusting trusting(Workbench bench, TrustJob job) {
    return new TrustDoor(bench, job);
  }
}
