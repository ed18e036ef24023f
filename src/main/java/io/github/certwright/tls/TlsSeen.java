package io.github.certwright.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What one TLS port showed in one handshake.
 *
 * @param host as asked for
 * @param protocol JSSE name, for example {@code TLSv1.3}
 * @param cipher JSSE name of the cipher suite
 * @param chain certificates in the order the server sent them, its own first
 * @param systemTrusts whether the trust store of this Java accepts the chain for {@code host}
 */
public record TlsSeen(
    String host,
    int port,
    String protocol,
    String cipher,
    List<X509Certificate> chain,
    boolean systemTrusts) {
  public TlsSeen {
    chain = List.copyOf(chain);
  }

  /** The fingerprint of the server's own certificate, or empty when it sent none. */
  public Optional<Fingerprint> fingerprint() {
    return chain.isEmpty() ? Optional.empty() : Optional.of(Fingerprint.of(chain.getFirst()));
  }
}
