package io.github.certwright.issue;

import io.github.certwright.plan.CertificatePlan;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A server's certificate before it is signed (RFC 5280). */
record Blueprint(
    X500Name subject, GeneralNames names, Instant notBefore, Instant notAfter, PublicKey key) {

  static Blueprint of(CertificatePlan plan, PublicKey key) {
    return new Blueprint(
        DistinguishedName.of(plan.subject()),
        SubjectAlternativeName.of(plan.names()),
        plan.notBefore(),
        plan.notAfter(),
        key);
  }

  /**
   * The certificate.
   *
   * @param authorityKey which key issues it; a certificate that signs itself names none (RFC 5280
   *     4.2.1.1)
   */
  X509Certificate signed(Signer signer, Optional<Extension> authorityKey, SecureRandom random) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              signer.name(),
              SerialNumber.next(random),
              CertificateTime.of(notBefore),
              CertificateTime.of(notAfter),
              subject,
              info);
      addExtensions(builder, info);
      if (authorityKey.isPresent()) {
        builder.addExtension(authorityKey.get());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder(signer.algorithm())
                      .setSecureRandom(random)
                      .build(signer.key())));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException("A checked plan always gives a certificate.", e);
    }
  }

  private void addExtensions(X509v3CertificateBuilder builder, SubjectPublicKeyInfo info)
      throws CertIOException, GeneralSecurityException {
    boolean rsa = key.getAlgorithm().equals("RSA");
    int usage =
        rsa ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment : KeyUsage.digitalSignature;
    builder
        // Firefox refuses a certificate authority's certificate as a server's.
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
        // Apple and Chrome ask for it: https://support.apple.com/103769.
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(info))
        .addExtension(Extension.subjectAlternativeName, false, names);
  }
}
