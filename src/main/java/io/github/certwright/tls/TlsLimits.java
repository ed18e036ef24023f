package io.github.certwright.tls;

import java.time.Duration;

/**
 * How long one look at a TLS port may take.
 *
 * @param connect until the TCP connection stands, over all addresses of the name
 * @param handshake from there until the TLS handshake is done, however slowly bytes drip in
 */
public record TlsLimits(Duration connect, Duration handshake) {

  /** Five seconds for each. */
  public static TlsLimits usual() {
    return new TlsLimits(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }
}
