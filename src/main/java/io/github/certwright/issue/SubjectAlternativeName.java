package io.github.certwright.issue;

import io.github.certwright.answers.HostName;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Every name people use to reach the server, as RFC 5280 4.2.1.6 wants it: A-labels as dNSName,
 * addresses as iPAddress.
 */
final class SubjectAlternativeName {
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
}
