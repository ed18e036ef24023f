package io.github.certwright.keystore;

import io.github.certwright.secret.Secret;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;

/**
 * PKCS12 (RFC 7292) with triple DES and a SHA-1 MAC. The JDK takes these algorithms from global
 * properties only, so the structure is built here. Java before 8u301 and 11.0.12 reads nothing
 * newer.
 */
final class Java8Pkcs12 {
  /**
   * Oracle's trustedKeyUsage attribute. It tells Java that a certificate is a trusted one; without
   * it the store looks empty.
   */
  static final ASN1ObjectIdentifier TRUSTED_KEY_USAGE =
      new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

  private static final int ITERATIONS = 50_000;

  private Java8Pkcs12() {}

  static byte[] server(String alias, PrivateKey key, List<X509Certificate> chain, Secret password) {
    return password.use(
        chars -> {
          try {
            X509Certificate own = chain.getFirst();
            SubjectKeyIdentifier id =
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(own.getPublicKey());
            PKCS12SafeBag keyBag =
                new PKCS12SafeBagBuilder(
                        PrivateKeyInfo.getInstance(key.getEncoded()), encryptor(chars))
                    .addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias))
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id)
                    .build();
            List<PKCS12SafeBag> bags = new ArrayList<>();
            bags.add(
                certificate(alias, own)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id)
                    .build());
            for (X509Certificate issuer : chain.subList(1, chain.size())) {
              bags.add(
                  new PKCS12SafeBagBuilder(Certificate.getInstance(issuer.getEncoded())).build());
            }
            return finish(
                new PKCS12PfxPduBuilder().addData(keyBag),
                bags.toArray(PKCS12SafeBag[]::new),
                chars);
          } catch (Exception e) {
            throw new IllegalStateException("A made key pair always fits into PKCS12.", e);
          }
        });
  }

  static byte[] client(String alias, X509Certificate certificate, Secret password) {
    return password.use(
        chars -> {
          try {
            PKCS12SafeBag bag =
                certificate(alias, certificate)
                    .addBagAttribute(TRUSTED_KEY_USAGE, KeyPurposeId.anyExtendedKeyUsage.toOID())
                    .build();
            return finish(new PKCS12PfxPduBuilder(), new PKCS12SafeBag[] {bag}, chars);
          } catch (Exception e) {
            throw new IllegalStateException("A made certificate always fits into PKCS12.", e);
          }
        });
  }

  private static PKCS12SafeBagBuilder certificate(String alias, X509Certificate certificate)
      throws CertificateEncodingException, IOException {
    return new PKCS12SafeBagBuilder(Certificate.getInstance(certificate.getEncoded()))
        .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias));
  }

  private static byte[] finish(
      PKCS12PfxPduBuilder builder, PKCS12SafeBag[] certificates, char[] chars)
      throws IOException, PKCSException {
    return builder
        .addEncryptedData(encryptor(chars), certificates)
        .build(new BcPKCS12MacCalculatorBuilder().setIterationCount(ITERATIONS), chars)
        .getEncoded();
  }

  private static OutputEncryptor encryptor(char[] chars) {
    return new BcPKCS12PBEOutputEncryptorBuilder(
            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
            CBCBlockCipher.newInstance(new DESedeEngine()))
        .setIterationCount(ITERATIONS)
        .build(chars);
  }
}
