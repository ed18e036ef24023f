package io.github.certwright.issue;

import io.github.certwright.answers.HostName;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * The domains an authority may issue for (RFC 5280 4.2.1.10).
 *
 * @param domains A-labels, each standing for itself and everything below; empty for any
 */
public record AuthorityLimits(List<String> domains) {
  private static final String ID = "2.5.29.30";

  public AuthorityLimits {
    domains = List.copyOf(domains);
  }

  /** What stands in the authority's certificate. */
  public static AuthorityLimits of(X509Certificate authority) {
    byte[] value = authority.getExtensionValue(ID);
    if (value == null) {
      return new AuthorityLimits(List.of());
    }
    NameConstraints constraints =
        NameConstraints.getInstance(ASN1OctetString.getInstance(value).getOctets());
    List<String> domains = new ArrayList<>();
    if (constraints.getPermittedSubtrees() != null) {
      for (GeneralSubtree tree : constraints.getPermittedSubtrees()) {
        if (tree.getBase().getTagNo() == GeneralName.dNSName) {
          domains.add(tree.getBase().getName().toString().toLowerCase(Locale.ROOT));
        }
      }
    }
    return new AuthorityLimits(domains);
  }

  /** Whether a certificate for the name would hold; addresses are not limited by domains. */
  public boolean permit(HostName name) {
    return switch (name) {
      case HostName.Ip _ -> true;
      case HostName.Dns dns -> domains.isEmpty() || domains.stream().anyMatch(d -> below(dns, d));
    };
  }

  private static boolean below(HostName.Dns name, String domain) {
    String bare = name.wildcard() ? name.ascii().substring(2) : name.ascii();
    return bare.equals(domain) || bare.endsWith("." + domain);
  }
}
