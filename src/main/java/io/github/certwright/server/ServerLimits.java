package io.github.certwright.server;

import java.time.Duration;

/**
 * How long and how much a server may answer.
 *
 * @param connect until the connection stands
 * @param answer until a whole answer is there, however slowly it drips in
 * @param change the same for the call that changes the settings
 * @param signOut the same for signing out
 * @param bodyBytes the longest answer read
 */
public record ServerLimits(
    Duration connect, Duration answer, Duration change, Duration signOut, int bodyBytes) {

  /** 5 s, 20 s, 40 s, 5 s and 1 MB. */
  public static ServerLimits usual() {
    return new ServerLimits(
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(40),
        Duration.ofSeconds(5),
        1 << 20);
  }
}
