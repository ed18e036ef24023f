package io.github.certwright.run;

import io.github.certwright.server.TlsSettings;
import java.util.Optional;

/**
 * What a server's TLS settings are before an upload, without a secret.
 *
 * @param enabled whether secured connections are switched on
 * @param port where they are offered
 * @param keystoreName the name of the keystore file, or empty when there is none
 * @param keystoreSha256 lower-case hexadecimal digest of that file, when the server shows it
 */
public record ServerNow(
    boolean enabled, int port, String keystoreName, Optional<String> keystoreSha256) {

  static ServerNow of(TlsSettings seen) {
    return new ServerNow(seen.enabled(), seen.port(), seen.keystoreName(), seen.keystoreSha256());
  }
}
