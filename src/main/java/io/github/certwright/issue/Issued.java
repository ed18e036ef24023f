package io.github.certwright.issue;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the private key that belongs to it, before anything is written. */
public record Issued(PrivateKey privateKey, X509Certificate certificate) {
  @Override
  public String toString() {
    return "Issued[" + certificate.getSubjectX500Principal() + "]";
  }
}
