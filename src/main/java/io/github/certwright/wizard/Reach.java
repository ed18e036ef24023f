package io.github.certwright.wizard;

import java.util.List;

/**
 * What a first look at a server's name found.
 *
 * @param addresses the addresses the name leads to; empty when it leads nowhere
 * @param fullName the name with its domain, as the name server has it, or empty
 * @param ports what each port that matters did
 */
public record Reach(List<String> addresses, String fullName, List<Port> ports) {
  public Reach {
    addresses = List.copyOf(addresses);
    ports = List.copyOf(ports);
  }

  public boolean resolves() {
    return !addresses.isEmpty();
  }

  /**
   * A port.
   *
   * @param answers whether a connection was accepted
   */
  public record Port(int number, boolean answers) {}
}
