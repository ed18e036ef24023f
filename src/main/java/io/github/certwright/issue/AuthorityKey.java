package io.github.certwright.issue;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Says which key of an authority signed (RFC 5280 4.2.1.1). */
final class AuthorityKey {
  private static final String SUBJECT_KEY = "2.5.29.14";

  private AuthorityKey() {}

  /** The extension of every certificate that the authority issues. */
  static Extension extension(X509Certificate authority) {
    try {
      return Extension.create(Extension.authorityKeyIdentifier, false, identifier(authority));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1.", e);
    }
  }

  /** The identifier that stands in the authority's own certificate; without one, the usual one. */
  private static AuthorityKeyIdentifier identifier(X509Certificate authority)
      throws NoSuchAlgorithmException {
    byte[] extension = authority.getExtensionValue(SUBJECT_KEY);
    if (extension == null) {
      return new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublicKey());
    }
    byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
    return new AuthorityKeyIdentifier(SubjectKeyIdentifier.getInstance(inner).getKeyIdentifier());
  }
}
