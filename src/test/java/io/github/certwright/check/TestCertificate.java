package io.github.certwright.check;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that are right except in the one way a test asks for. */
final class TestCertificate {
  private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

  /** A certificate and its key. */
  record Made(X509Certificate certificate, PrivateKey key) {}

  private String subject = "CN=twcloud.example.com";
  private KeyPair pair = pair("RSA", 2048);
  private Instant begin = now().minus(1, ChronoUnit.DAYS);
  private Instant end = now().plus(800, ChronoUnit.DAYS);
  private List<GeneralName> names = List.of(dns("twcloud.example.com"));
  private int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
  private KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;
  private boolean authority;
  private String signature;
  private Made issuer;
  private PrivateKey signer;

  /** Today at noon (UTC), so that an hour more or less is the same day of the calendar. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
  }

  /** A clock that stands at {@link #now()}. */
  static Clock clock() {
    return Clock.fixed(now(), ZoneOffset.UTC);
  }

  static TestCertificate good() {
    return new TestCertificate();
  }

  /** One key for each kind and use in all tests: making them is slow. */
  static KeyPair pair(String algorithm, int bits) {
    return pair(algorithm, bits, "");
  }

  static KeyPair pair(String algorithm, int bits, String use) {
    return PAIRS.computeIfAbsent(
        algorithm + bits + use,
        _ -> {
          try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  static GeneralName dns(String name) {
    return new GeneralName(GeneralName.dNSName, name);
  }

  static GeneralName ip(String address) {
    return new GeneralName(GeneralName.iPAddress, address);
  }

  TestCertificate subject(String value) {
    subject = value;
    return this;
  }

  TestCertificate key(KeyPair value) {
    pair = value;
    return this;
  }

  TestCertificate from(long days) {
    begin = now().plus(days, ChronoUnit.DAYS);
    return this;
  }

  TestCertificate until(long days) {
    end = now().plus(days, ChronoUnit.DAYS).plus(1, ChronoUnit.HOURS);
    return this;
  }

  TestCertificate names(GeneralName... values) {
    names = List.of(values);
    return this;
  }

  TestCertificate usage(int bits) {
    usage = bits;
    return this;
  }

  TestCertificate purpose(KeyPurposeId value) {
    purpose = value;
    return this;
  }

  TestCertificate authority() {
    authority = true;
    usage = KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature;
    purpose = null;
    return this;
  }

  TestCertificate signature(String algorithm) {
    signature = algorithm;
    return this;
  }

  TestCertificate issuedBy(Made value) {
    issuer = value;
    signer = value.key();
    return this;
  }

  /** Signs with another key than the issuer's own. */
  TestCertificate forgedWith(PrivateKey value) {
    signer = value;
    return this;
  }

  Made make() {
    try {
      X500Name name = new X500Name(subject);
      X500Name by =
          issuer == null
              ? name
              : X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              by,
              new BigInteger(120, new SecureRandom()),
              Date.from(begin),
              Date.from(end),
              name,
              pair.getPublic());
      extend(builder);
      PrivateKey with = signer == null ? pair.getPrivate() : signer;
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder(algorithm(with)).build(with)));
      return new Made(certificate, pair.getPrivate());
    } catch (OperatorCreationException | GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String algorithm(PrivateKey with) {
    if (signature != null) {
      return signature;
    }
    return switch (with.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case "DSA" -> "SHA256withDSA";
      default -> "Ed25519";
    };
  }

  private void extend(X509v3CertificateBuilder builder) throws java.io.IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (usage != 0) {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    }
    if (purpose != null) {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }
    if (!names.isEmpty()) {
      List<GeneralName> all = new ArrayList<>(names);
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(all.toArray(GeneralName[]::new)));
    }
  }
}
