package io.github.certwright.issue;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.plan.CertificatePlan;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes key pairs and self-signed server certificates (RFC 5280), signed with the JDK's own
 * providers.
 */
public final class CertificateMaker {
  private static final int SERIAL_BITS = 128;

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
    X500Name subject = DistinguishedName.of(plan.subject());
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              subject,
              serial(),
              Date.from(plan.notBefore()),
              Date.from(plan.notAfter()),
              subject,
              pair.getPublic());
      addExtensions(builder, plan, pair);
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder(plan.key().signature())
                          .setSecureRandom(random)
                          .build(pair.getPrivate())));
      return new Issued(pair.getPrivate(), certificate);
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException("A checked plan always gives a certificate.", e);
    }
  }

  private static void addExtensions(
      X509v3CertificateBuilder builder, CertificatePlan plan, KeyPair pair)
      throws CertIOException, GeneralSecurityException {
    boolean rsa = plan.key().algorithm().equals("RSA");
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
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()))
        .addExtension(
            Extension.subjectAlternativeName, false, SubjectAlternativeName.of(plan.names()));
  }

  /** Positive and at most 20 octets: RFC 5280 4.1.2.2. */
  private BigInteger serial() {
    BigInteger serial;
    do {
      serial = new BigInteger(SERIAL_BITS, random);
    } while (serial.signum() == 0);
    return serial;
  }
}
