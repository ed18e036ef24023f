package io.github.certwright.issue;

import io.github.certwright.plan.AuthorityPlan;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes root authorities that issue server certificates and nothing else (RFC 5280). */
public final class AuthorityMaker {
  private final SecureRandom random;

  public AuthorityMaker(SecureRandom random) {
    this.random = random;
  }

  /** A root authority for the plan, with this key. */
  public Authority root(AuthorityPlan plan, KeyPair pair) {
    X500Name name = DistinguishedName.of(plan.subject());
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              name,
              SerialNumber.next(random),
              CertificateTime.of(plan.notBefore()),
              CertificateTime.of(plan.notAfter()),
              name,
              SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
      // No authority below it: RFC 5280 4.2.1.9, pathLenConstraint.
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      if (!plan.domains().isEmpty()) {
        builder.addExtension(Extension.nameConstraints, true, constraints(plan));
      }
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder(Signer.algorithm(pair.getPublic()))
                          .setSecureRandom(random)
                          .build(pair.getPrivate())));
      return new Authority(pair.getPrivate(), certificate);
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException("A checked plan always gives a certificate.", e);
    }
  }

  private static NameConstraints constraints(AuthorityPlan plan) {
    GeneralSubtree[] permitted =
        plan.domains().stream()
            .map(domain -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain)))
            .toArray(GeneralSubtree[]::new);
    return new NameConstraints(permitted, null);
  }
}
