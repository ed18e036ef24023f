package io.github.certwright.issue;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.HostNames;
import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Checked;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The names of a certificate that exists (RFC 5280 4.2.1.6), and which hosts they stand for. */
public final class CertifiedNames {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private CertifiedNames() {}

  /**
   * DNS names and addresses in their order; where there are none, the CN, as older programs had it.
   */
  public static List<HostName> of(X509Certificate certificate) {
    List<HostName> names = alternative(certificate);
    return names.isEmpty() ? commonName(certificate).stream().toList() : names;
  }

  /** DNS names and addresses, without the CN. */
  public static List<HostName> alternative(X509Certificate certificate) {
    List<HostName> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> one : all == null ? List.<List<?>>of() : all) {
        if (one.get(0).equals(DNS) && one.get(1) instanceof String text) {
          names.add(dns(text));
        } else if (one.get(0).equals(ADDRESS) && one.get(1) instanceof String text) {
          names.add(address(text));
        }
      }
    } catch (CertificateParsingException _) {
      return List.of();
    }
    return names;
  }

  private static HostName dns(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (Visible.hides(lower)) {
      return odd(lower);
    }
    return new HostName.Dns(lower, HostNames.display(lower));
  }

  /** A name that no host has, and that a terminal might obey. */
  private static HostName odd(String text) {
    return new HostName.Dns(Visible.text(text), Visible.text(text));
  }

  /** In the one text form that answers have, too. */
  private static HostName address(String text) {
    return HostNames.read("", text) instanceof Checked.Good<HostName>(HostName name, var _)
        ? name
        : new HostName.Ip(text);
  }

  private static Optional<HostName> commonName(X509Certificate certificate) {
    return attribute(certificate.getSubjectX500Principal().getName(), "CN")
        .map(
            text ->
                HostNames.read("", text) instanceof Checked.Good<HostName>(HostName name, var _)
                    ? name
                    : odd(text));
  }

  /**
   * What a person would call the issuer or the subject: CN, else O, else the whole name; with
   * characters that nobody would see named instead.
   */
  public static String title(String distinguishedName) {
    return Visible.text(
        attribute(distinguishedName, "CN")
            .or(() -> attribute(distinguishedName, "O"))
            .orElse(distinguishedName));
  }

  private static Optional<String> attribute(String distinguishedName, String type) {
    try {
      return new LdapName(distinguishedName)
          .getRdns().reversed().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst();
    } catch (InvalidNameException _) {
      return Optional.empty();
    }
  }

  /** Whether a certificate stands for a host; the CN does not count (RFC 9525 section 2). */
  public static boolean cover(X509Certificate certificate, HostName host) {
    return alternative(certificate).stream().anyMatch(name -> covers(name, host));
  }

  private static boolean covers(HostName name, HostName host) {
    return switch (name) {
      case HostName.Ip own -> host instanceof HostName.Ip(String other) && same(own.ascii(), other);
      case HostName.Dns own ->
          host instanceof HostName.Dns dns
              && (own.ascii().equals(dns.ascii()) || starCovers(own.ascii(), dns.ascii()));
    };
  }

  private static boolean same(String one, String other) {
    try {
      return Arrays.equals(
          InetAddress.ofLiteral(one).getAddress(), InetAddress.ofLiteral(other).getAddress());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** RFC 9525 6.3: the star stands for exactly one label, the left-most. */
  private static boolean starCovers(String pattern, String host) {
    int dot = host.indexOf('.');
    return pattern.startsWith("*.")
        && !host.startsWith("*.")
        && dot > 0
        && pattern.indexOf('.', 2) > 0
        && host.substring(dot).equals(pattern.substring(1));
  }
}
