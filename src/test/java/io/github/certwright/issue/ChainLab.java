package io.github.certwright.issue;

import io.github.certwright.answers.KeyChoice;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes chains, good ones and each kind of bad one. */
final class ChainLab {
  static final String HOST = "tw.example.com";

  private final SecureRandom random = new SecureRandom();
  private int serial;

  /** A certificate and its key. */
  record Link(X509Certificate certificate, KeyPair pair) {}

  /**
   * What an authority sent.
   *
   * @param between what is neither root nor the server's
   */
  record Case(
      String name,
      String host,
      X509Certificate leaf,
      List<X509Certificate> between,
      List<X509Certificate> roots) {
    /** All in an order of their own, the same each time. */
    List<X509Certificate> shuffled() {
      List<X509Certificate> all = new ArrayList<>(List.of(leaf));
      all.addAll(between);
      all.addAll(roots);
      Collections.shuffle(all, new Random(name.hashCode()));
      return all;
    }
  }

  /** What is to be in a certificate. */
  static final class Recipe {
    String subject;
    Instant from;
    Instant to;
    Boolean authority;
    int pathLength = -1;
    int usage;
    List<GeneralName> names = new ArrayList<>();
    List<KeyPurposeId> purposes = new ArrayList<>();
    NameConstraints constraints;
    boolean unknownCritical;
    String signature = "SHA256withECDSA";
    X500Name issuerName;
  }

  Link root(Instant now, Consumer<Recipe> change) {
    Recipe recipe = authority("CN=Lab Root", now);
    change.accept(recipe);
    KeyPair pair = key();
    return sign(recipe, pair, new X500Name(recipe.subject), pair);
  }

  Link between(Instant now, String subject, Link issuer, Consumer<Recipe> change) {
    Recipe recipe = authority(subject, now);
    change.accept(recipe);
    return sign(recipe, key(), name(issuer), issuer.pair());
  }

  private static Recipe authority(String subject, Instant now) {
    Recipe recipe = new Recipe();
    recipe.subject = subject;
    recipe.from = now.minus(Duration.ofDays(100));
    recipe.to = now.plus(Duration.ofDays(1000));
    recipe.authority = true;
    recipe.usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    return recipe;
  }

  Link leaf(Instant now, Link issuer, Consumer<Recipe> change) {
    Recipe recipe = new Recipe();
    recipe.subject = "CN=" + HOST;
    recipe.from = now.minus(Duration.ofDays(1));
    recipe.to = now.plus(Duration.ofDays(100));
    recipe.authority = false;
    recipe.usage = KeyUsage.digitalSignature;
    recipe.purposes.add(KeyPurposeId.id_kp_serverAuth);
    recipe.names.add(dns(HOST));
    change.accept(recipe);
    return sign(recipe, key(), name(issuer), issuer.pair());
  }

  private static X500Name name(Link link) {
    return X500Name.getInstance(link.certificate().getSubjectX500Principal().getEncoded());
  }

  static GeneralName dns(String name) {
    return new GeneralName(GeneralName.dNSName, name);
  }

  private KeyPair key() {
    return new CertificateMaker(random).keyPair(KeyChoice.EC256);
  }

  private Link sign(Recipe recipe, KeyPair pair, X500Name issuer, KeyPair issuerPair) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              recipe.issuerName == null ? issuer : recipe.issuerName,
              BigInteger.valueOf(1000 + ++serial),
              Date.from(recipe.from),
              Date.from(recipe.to),
              new X500Name(recipe.subject),
              pair.getPublic());
      extensions(recipe, builder, pair);
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder(recipe.signature)
                          .build(issuerPair.getPrivate())));
      return new Link(certificate, pair);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void extensions(Recipe recipe, X509v3CertificateBuilder builder, KeyPair pair)
      throws Exception {
    if (recipe.authority != null) {
      BasicConstraints constraints =
          recipe.pathLength >= 0
              ? new BasicConstraints(recipe.pathLength)
              : new BasicConstraints(recipe.authority);
      builder.addExtension(Extension.basicConstraints, true, constraints);
    }
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    if (recipe.usage != 0) {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(recipe.usage));
    }
    if (!recipe.purposes.isEmpty()) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(recipe.purposes.toArray(KeyPurposeId[]::new)));
    }
    if (!recipe.names.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(recipe.names.toArray(GeneralName[]::new)));
    }
    if (recipe.constraints != null) {
      builder.addExtension(Extension.nameConstraints, true, recipe.constraints);
    }
    if (recipe.unknownCritical) {
      builder.addExtension(
          new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, new DERUTF8String("?"));
    }
  }
}
