package io.github.certwright.check;

import io.github.certwright.answers.Visible;
import java.net.IDN;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The names a certificate is for, and whether one of them covers a host (RFC 9525 6.3 and 6.4, RFC
 * 5280 4.2.1.6).
 *
 * @param dns DNS names, A-labels, lower case
 * @param addresses IP addresses as text
 */
record CertificateNames(List<String> dns, List<String> addresses) {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  /** Of a host's name: RFC 1035 2.3.4. */
  private static final int LONGEST = 253;

  static CertificateNames of(X509Certificate certificate) {
    List<String> dns = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    try {
      var names = certificate.getSubjectAlternativeNames();
      for (List<?> name : names == null ? List.<List<?>>of() : names) {
        if (name.get(0).equals(DNS) && name.get(1) instanceof String text) {
          dns.add(ascii(text));
        } else if (name.get(0).equals(ADDRESS) && name.get(1) instanceof String text) {
          addresses.add(text);
        }
      }
    } catch (CertificateParsingException _) {
      return new CertificateNames(List.of(), List.of());
    }
    return new CertificateNames(List.copyOf(dns), List.copyOf(addresses));
  }

  boolean isEmpty() {
    return dns.isEmpty() && addresses.isEmpty();
  }

  /** Whether one of the names stands for {@code host} (A-labels or a literal address). */
  boolean cover(String host) {
    Optional<InetAddress> address = address(host);
    if (address.isPresent()) {
      return addresses.stream()
          .map(CertificateNames::address)
          .flatMap(Optional::stream)
          .anyMatch(own -> Arrays.equals(own.getAddress(), address.get().getAddress()));
    }
    return dns.stream().anyMatch(pattern -> matches(pattern, ascii(host)));
  }

  /** Whether an address stands among the DNS names, where no program looks for it. */
  boolean misplaced(String host) {
    return address(host).isPresent() && dns.contains(host);
  }

  boolean shareOneWith(CertificateNames other) {
    return dns.stream().anyMatch(other.dns::contains)
        || addresses.stream().anyMatch(other.addresses::contains);
  }

  /** Every name, for a sentence. */
  List<Object> all() {
    List<Object> all = new ArrayList<>();
    dns.forEach(name -> all.add(both(name)));
    all.addAll(addresses);
    return all;
  }

  /** Every name as it would be typed. */
  List<String> plain() {
    List<String> all = new ArrayList<>(dns);
    all.addAll(addresses);
    return all;
  }

  /** The same with another name, which stands first. */
  List<String> and(String host) {
    List<String> all = plain();
    all.remove(host);
    all.addFirst(host);
    return all;
  }

  /**
   * What people would call the certificate: its first name, else its CN, else its whole subject.
   */
  static String title(X509Certificate certificate) {
    List<Object> all = of(certificate).all();
    if (!all.isEmpty()) {
      return all.getFirst().toString();
    }
    String subject = certificate.getSubjectX500Principal().getName();
    return Visible.text(commonName(certificate).orElse(subject));
  }

  static Optional<String> commonName(X509Certificate certificate) {
    return commonName(certificate.getSubjectX500Principal());
  }

  static Optional<String> commonName(X500Principal name) {
    try {
      return new LdapName(name.getName())
          .getRdns().reversed().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst();
    } catch (InvalidNameException _) {
      return Optional.empty();
    }
  }

  /** Both forms of an international name, one of any other. */
  static String both(String ascii) {
    String display = display(ascii);
    return display.equals(ascii)
        ? Visible.text(ascii)
        : Visible.text(display) + " (" + Visible.text(ascii) + ")";
  }

  /** The readable form. */
  static String display(String ascii) {
    return IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED);
  }

  /** A-labels and lower case where the name allows it, else the name as it is in lower case. */
  static String ascii(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    // Java's Punycode has an exception of its own for thousands of characters.
    if (lower.length() > LONGEST) {
      return lower;
    }
    try {
      String star = lower.startsWith("*.") ? "*." : "";
      return star
          + IDN.toASCII(lower.substring(star.length()), IDN.ALLOW_UNASSIGNED)
              .toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return lower;
    }
  }

  static Optional<InetAddress> address(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static boolean matches(String pattern, String host) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(host);
    }
    int dot = host.indexOf('.');
    // RFC 9525 6.3: the star stands for exactly one label, the left-most.
    return dot > 0
        && pattern.indexOf('.', 2) > 0
        && host.substring(dot).equals(pattern.substring(1));
  }
}
