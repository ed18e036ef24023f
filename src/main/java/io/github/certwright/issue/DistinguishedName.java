package io.github.certwright.issue;

import io.github.certwright.plan.CertificatePlan.NamePart;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Builds a subject name from attribute values, never from one string: {@code #}, {@code \}, {@code
 * ,} and {@code +} are then ordinary characters (the string form of RFC 4514 would interpret them).
 */
final class DistinguishedName {
  private static final Map<String, ASN1ObjectIdentifier> TYPES =
      Map.of(
          "CN",
          BCStyle.CN,
          "OU",
          BCStyle.OU,
          "O",
          BCStyle.O,
          "L",
          BCStyle.L,
          "ST",
          BCStyle.ST,
          "C",
          BCStyle.C);

  private DistinguishedName() {}

  /**
   * Encodes from the most general attribute to the most specific, as RFC 5280 4.1.2.4 and keytool
   * do.
   */
  static X500Name of(List<NamePart> parts) {
    X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
    for (NamePart part : parts.reversed()) {
      builder.addRDN(TYPES.get(part.type()), value(part));
    }
    return builder.build();
  }

  private static ASN1Encodable value(NamePart part) {
    // countryName is a PrintableString of two characters: RFC 5280 appendix A.1, X520countryName.
    return part.type().equals("C")
        ? new DERPrintableString(part.value(), true)
        : new DERUTF8String(part.value());
  }
}
