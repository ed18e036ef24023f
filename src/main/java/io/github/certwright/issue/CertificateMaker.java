package io.github.certwright.issue;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.plan.CertificatePlan;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Makes key pairs and server certificates (RFC 5280), signed with the JDK's own providers. May be
 * used by several threads.
 */
public final class CertificateMaker {
  private final SecureRandom random;

  public CertificateMaker(SecureRandom random) {
    this.random = random;
  }

  /**
   * A new key pair; takes from milliseconds (EC) to seconds (RSA 4096), so never call it on a
   * window's thread.
   */
  public KeyPair keyPair(KeyChoice choice) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(choice.algorithm());
      generator.initialize(parameters(choice), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + choice, e);
    }
  }

  private static AlgorithmParameterSpec parameters(KeyChoice choice) {
    return switch (choice) {
      case RSA2048, RSA3072, RSA4096 ->
          new RSAKeyGenParameterSpec(choice.bits(), RSAKeyGenParameterSpec.F4);
      case EC256 -> new ECGenParameterSpec("secp256r1");
      case EC384 -> new ECGenParameterSpec("secp384r1");
    };
  }

  /** A certificate for the plan's names that signs itself and is no authority. */
  public Issued selfSigned(CertificatePlan plan, KeyPair pair) {
    return selfSigned(Blueprint.of(plan, pair.getPublic()), pair);
  }

  private Issued selfSigned(Blueprint blueprint, KeyPair pair) {
    Signer itself =
        new Signer(blueprint.subject(), pair.getPrivate(), Signer.algorithm(pair.getPublic()));
    return new Issued(pair.getPrivate(), blueprint.signed(itself, Optional.empty(), random));
  }

  /**
   * A certificate that signs itself, with the subject and the names of an older one to the letter.
   *
   * @param plan gives the dates
   */
  public Issued selfSignedAgain(X509Certificate old, CertificatePlan plan, KeyPair pair) {
    return selfSigned(again(old, plan, pair.getPublic()), pair);
  }

  /** A root authority ready to issue certificates. */
  public Issuer issuer(Authority authority) {
    return new Issuer(authority, random);
  }

  /** A certificate for the plan's names, issued by a root authority. */
  public Issued issued(CertificatePlan plan, KeyPair pair, Authority authority) {
    return issuer(authority).issued(plan, pair);
  }

  /**
   * A certificate issued by a root authority, with the subject and the names of an older one to the
   * letter.
   *
   * @param plan gives the dates
   */
  public Issued issuedAgain(
      X509Certificate old, CertificatePlan plan, KeyPair pair, Authority authority) {
    return issuer(authority).issued(again(old, plan, pair.getPublic()), pair);
  }

  private static Blueprint again(X509Certificate old, CertificatePlan plan, PublicKey key) {
    return new Blueprint(
        X500Name.getInstance(old.getSubjectX500Principal().getEncoded()),
        SubjectAlternativeName.in(old).orElseGet(() -> SubjectAlternativeName.of(plan.names())),
        plan.notBefore(),
        plan.notAfter(),
        key);
  }
}
