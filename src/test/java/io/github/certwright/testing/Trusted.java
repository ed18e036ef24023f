package io.github.certwright.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that browsers would accept if they trusted it, and its key.
 *
 * @param certificate an authority's, or that of the server "localhost"
 */
public record Trusted(X509Certificate certificate, PrivateKey key) {

  public static Trusted root(String name) {
    return make("CN=" + name, null, Instant.now().plus(Duration.ofDays(300)));
  }

  /** A server's own, self-signed. */
  public static Trusted leaf() {
    return make("CN=localhost", null, Instant.now().plus(Duration.ofDays(300)));
  }

  /** A server's own that ended yesterday. */
  public static Trusted ended() {
    return make("CN=localhost", null, Instant.now().minus(Duration.ofDays(1)));
  }

  /** A server's, issued by this authority. */
  public Trusted issue() {
    return make("CN=localhost", this, Instant.now().plus(Duration.ofDays(300)));
  }

  /** An authority below this one. */
  public Trusted below(String name) {
    return make("CN=" + name, this, Instant.now().plus(Duration.ofDays(300)));
  }

  private static Trusted make(String subject, Trusted issuer, Instant end) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name(subject);
      X500Name by =
          issuer == null
              ? name
              : X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              by,
              new BigInteger(120, new SecureRandom()).setBit(110),
              Date.from(Instant.now().minus(Duration.ofDays(2))),
              Date.from(end),
              name,
              pair.getPublic());
      extend(builder, subject.equals("CN=localhost"));
      PrivateKey signer = issuer == null ? pair.getPrivate() : issuer.key;
      return new Trusted(
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer))),
          pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void extend(X509v3CertificateBuilder builder, boolean server)
      throws CertIOException {
    builder.addExtension(
        Extension.basicConstraints,
        true,
        server ? new BasicConstraints(false) : new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(server ? KeyUsage.digitalSignature : KeyUsage.keyCertSign | KeyUsage.cRLSign));
    if (server) {
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
    }
  }

  public String pem() {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate in PEM in a file of this name. */
  public Path pemIn(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), pem());
  }

  /** The key in PEM (PKCS#8), for openssl. */
  public Path keyIn(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), block("PRIVATE KEY", key.getEncoded()));
  }

  private static String block(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
