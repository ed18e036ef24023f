package io.github.certwright.issue;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate and the private key that belongs to it, before anything is written.
 *
 * @param chain the certificate first, then those that issued it, as far as they are known
 * @param trusted what clients are to trust: the root of the chain, or the certificate itself
 */
public record Issued(PrivateKey privateKey, List<X509Certificate> chain, X509Certificate trusted) {
  public Issued {
    chain = List.copyOf(chain);
  }

  /** A certificate that signs itself, or whose issuer nobody needs to know. */
  public Issued(PrivateKey privateKey, X509Certificate certificate) {
    this(privateKey, List.of(certificate), certificate);
  }

  /** The server's own certificate. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  @Override
  public String toString() {
    return "Issued[" + certificate().getSubjectX500Principal() + "]";
  }
}
