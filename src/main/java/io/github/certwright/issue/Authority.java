package io.github.certwright.issue;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A root authority with its key, as it is needed to issue. */
public record Authority(PrivateKey key, X509Certificate certificate) {
  @Override
  public String toString() {
    return "Authority[" + certificate.getSubjectX500Principal() + "]";
  }
}
