package io.github.certwright.run;

import io.github.certwright.server.TeamworkCloud;
import io.github.certwright.tls.FingerprintWatch;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.tls.TrustHandshake;
import java.time.Duration;

/**
 * What talks to servers.
 *
 * @param patience how long a server is given to show its new certificate
 */
public record ServerTools(
    TlsProbe probe,
    TeamworkCloud cloud,
    FingerprintWatch watch,
    TrustHandshake handshake,
    Duration patience) {

  /** With the usual limits. */
  public static ServerTools usual() {
    return new ServerTools(
        new TlsProbe(),
        new TeamworkCloud(),
        new FingerprintWatch(),
        new TrustHandshake(),
        FingerprintWatch.USUAL);
  }
}
