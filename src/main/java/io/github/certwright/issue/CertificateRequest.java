package io.github.certwright.issue;

import io.github.certwright.answers.HostName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * The request that is sent to an authority: PKCS#10 (RFC 2986) with the subject and every name as
 * extensionRequest (RFC 2985 5.4.2).
 */
public final class CertificateRequest {
  private static final int LINE = 64;

  private CertificateRequest() {}

  /**
   * The key of a request, as its SubjectPublicKeyInfo (RFC 5280 4.1.2.7), DER.
   *
   * @throws IOException when the text is no request
   */
  public static byte[] key(byte[] pem) throws IOException {
    try (PEMParser parser =
        new PEMParser(
            new InputStreamReader(new ByteArrayInputStream(pem), StandardCharsets.US_ASCII))) {
      if (parser.readObject() instanceof PKCS10CertificationRequest request) {
        return request.getSubjectPublicKeyInfo().getEncoded();
      }
      throw new IOException("no request");
    }
  }

  /**
   * A request for the subject and the names that stand in a certificate of the same key.
   *
   * @param placeholder gives subject and names to the letter
   * @param names used where the placeholder has no names of its own
   * @return PEM (RFC 7468 section 7)
   */
  public static byte[] pem(
      X509Certificate placeholder, List<HostName> names, KeyPair pair, SecureRandom random) {
    try {
      GeneralNames all =
          SubjectAlternativeName.in(placeholder).orElseGet(() -> SubjectAlternativeName.of(names));
      ExtensionsGenerator wanted = new ExtensionsGenerator();
      wanted.addExtension(Extension.subjectAlternativeName, false, all);
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(
                  X500Name.getInstance(placeholder.getSubjectX500Principal().getEncoded()),
                  pair.getPublic())
              .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted.generate())
              .build(
                  new JcaContentSignerBuilder(Signer.algorithm(pair.getPublic()))
                      .setSecureRandom(random)
                      .build(pair.getPrivate()))
              .getEncoded();
      String text =
          "-----BEGIN CERTIFICATE REQUEST-----\n"
              + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der)
              + "\n-----END CERTIFICATE REQUEST-----\n";
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("A key that made a certificate signs a request, too.", e);
    }
  }
}
