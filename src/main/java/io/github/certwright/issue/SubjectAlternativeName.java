package io.github.certwright.issue;

import io.github.certwright.answers.HostName;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Every name people use to reach the server, as RFC 5280 4.2.1.6 wants it: A-labels as dNSName,
 * addresses as iPAddress.
 */
final class SubjectAlternativeName {
  private static final String ID = "2.5.29.17";

  private SubjectAlternativeName() {}

  static GeneralNames of(List<HostName> names) {
    return new GeneralNames(
        names.stream()
            .map(
                name ->
                    switch (name) {
                      case HostName.Dns dns -> new GeneralName(GeneralName.dNSName, dns.ascii());
                      case HostName.Ip ip -> new GeneralName(GeneralName.iPAddress, ip.ascii());
                    })
            .toArray(GeneralName[]::new));
  }

  /** The names of a certificate that exists, byte for byte; empty when it has none. */
  static Optional<GeneralNames> in(X509Certificate certificate) {
    return Optional.ofNullable(certificate.getExtensionValue(ID))
        .map(value -> GeneralNames.getInstance(ASN1OctetString.getInstance(value).getOctets()));
  }
}
