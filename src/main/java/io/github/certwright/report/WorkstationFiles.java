package io.github.certwright.report;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** The files by which management programs make many computers trust one certificate. */
public final class WorkstationFiles {
  /** In PEM; Group Policy, Linux and Firefox take it as it is. */
  public static final String CERTIFICATE = "certwright-trust.crt";

  /** Firefox's enterprise policy. */
  public static final String FIREFOX = "policies.json";

  /** A configuration profile for macOS and iOS. */
  public static final String MAC = "certwright-trust.mobileconfig";

  /** How each of them is used. */
  public static final String GUIDE = "how-to.html";

  private static final int LINE = 64;

  private WorkstationFiles() {}

  /** The certificate in PEM (RFC 7468). */
  public static byte[] certificate(X509Certificate certificate) {
    return ascii(
        "-----BEGIN CERTIFICATE-----\n" + base64(certificate) + "\n-----END CERTIFICATE-----\n");
  }

  /**
   * {@code policies.json} that makes Firefox trust the certificate, which must stand in one of the
   * folders that Firefox looks into (mozilla/policy-templates, Certificates).
   *
   * @param authority whether it is an authority's: Firefox takes nothing else this way
   */
  public static byte[] firefox(boolean authority) {
    String install = authority ? ",\n      \"Install\": [\"" + CERTIFICATE + "\"]" : "";
    return ascii(
        """
        {
          "policies": {
            "Certificates": {
              "ImportEnterpriseRoots": true%s
            }
          }
        }
        """
            .formatted(install));
  }

  /**
   * A profile with the certificate (Apple, Configuration Profile Reference, "Certificate Payload").
   * The same certificate always gives the same identifiers, so that a second copy replaces the
   * first.
   *
   * @param name what a person sees in the list of profiles
   * @param label tells it from others; letters, digits and dashes
   * @param authority whether it is a root authority's
   */
  public static byte[] mac(
      X509Certificate certificate, String name, String label, boolean authority) {
    String type = authority ? "com.apple.security.root" : "com.apple.security.pkcs1";
    String identifier = "io.github.certwright." + label;
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
            + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
            + "<plist version=\"1.0\">\n<dict>\n"
            + "  <key>PayloadContent</key>\n  <array>\n    <dict>\n"
            + pair("PayloadCertificateFileName", CERTIFICATE)
            + "      <key>PayloadContent</key>\n      <data>\n"
            + base64(certificate)
            + "\n      </data>\n"
            + common(name, identifier + ".certificate", type)
            + "    </dict>\n  </array>\n"
            + pair("PayloadScope", "System")
            + common(name, identifier, "Configuration")
            + "</dict>\n</plist>\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String common(String name, String identifier, String type) {
    UUID uuid = UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8));
    return pair("PayloadDisplayName", name)
        + pair("PayloadIdentifier", identifier)
        + pair("PayloadType", type)
        + pair("PayloadUUID", uuid.toString().toUpperCase(Locale.ROOT))
        + "      <key>PayloadVersion</key>\n      <integer>1</integer>\n";
  }

  private static String pair(String key, String value) {
    return "      <key>" + key + "</key>\n      <string>" + Html.plain(value) + "</string>\n";
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getMimeEncoder(LINE, new byte[] {'\n'})
          .encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("A certificate that was read can be written.", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
