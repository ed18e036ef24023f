package io.github.certwright;

import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.KeyWork;

/** The wizard's door to key material, for the tests of its pages. */
public final class KeyDoors {
  private KeyDoors() {}

  /** The door on a computer. */
  public static KeyWork at(Workbench bench, WaitingRequests waiting) {
    return new KeyDoor(bench, ServerTools.usual(), waiting, Pins.inMemory());
  }
}
