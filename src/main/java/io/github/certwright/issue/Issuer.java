package io.github.certwright.issue;

import io.github.certwright.plan.CertificatePlan;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;

/**
 * A root authority ready to issue: what is the same in all its certificates is worked out once. May
 * be used by several threads. Holds the authority's key.
 */
public final class Issuer {
  private final X509Certificate root;
  private final Signer signer;
  private final Extension authorityKey;
  private final SecureRandom random;

  Issuer(Authority authority, SecureRandom random) {
    this.root = authority.certificate();
    this.signer = Signer.of(root, authority.key());
    this.authorityKey = AuthorityKey.extension(root);
    this.random = random;
  }

  /** A certificate for the plan's names. */
  public Issued issued(CertificatePlan plan, KeyPair pair) {
    return issued(Blueprint.of(plan, pair.getPublic()), pair);
  }

  Issued issued(Blueprint blueprint, KeyPair pair) {
    X509Certificate certificate = blueprint.signed(signer, Optional.of(authorityKey), random);
    return new Issued(pair.getPrivate(), List.of(certificate, root), root);
  }
}
