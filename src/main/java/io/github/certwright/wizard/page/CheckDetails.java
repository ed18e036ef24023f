package io.github.certwright.wizard.page;

import io.github.certwright.check.ChainLink;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Connection;
import io.github.certwright.check.Finding;
import io.github.certwright.check.PortSeen;
import io.github.certwright.check.StoreTrust;
import io.github.certwright.run.Facts;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.text.Text;
import io.github.certwright.tls.TlsVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The technical details of a check, as plain lines for people who are asked for them. */
final class CheckDetails {
  private final Text text;
  private final List<String> lines = new ArrayList<>();

  private CheckDetails(Text text) {
    this.text = text;
  }

  /** One line a fact. */
  static String of(Text text, CheckReport report) {
    CheckDetails details = new CheckDetails(text);
    report.connection().ifPresent(details::connection);
    report.links().forEach(details::certificate);
    for (StoreTrust store : report.trusts()) {
      details.line(text.of("verdict.details.store"), store.path().toString());
    }
    for (Finding finding : report.findings()) {
      if (!finding.detail().isEmpty()) {
        details.line(text.of("verdict.details.reason"), finding.detail());
      }
    }
    return String.join("\n", details.lines);
  }

  private void connection(Connection seen) {
    line(text.of("verdict.details.host"), seen.where().host() + ":" + seen.where().port());
    if (!seen.protocol().isEmpty()) {
      line(text.of("verdict.details.protocol"), seen.protocol() + ", " + seen.cipher());
      line(
          text.of("verdict.details.versions"),
          seen.versions().stream().map(this::version).collect(Collectors.joining(", ")));
    }
    seen.ports()
        .forEach(port -> line(text.of("verdict.details.port", port.port()), state(port.state())));
  }

  private String version(String version) {
    return version.equals(TlsVersions.OLDER) ? text.of("verdict.details.older") : version;
  }

  private String state(PortSeen.State state) {
    return switch (state) {
      case CLOSED -> text.of("verdict.details.closed");
      case OPEN -> text.of("verdict.details.open");
      case PLAIN -> text.of("verdict.details.plain");
      case TRUSTED -> text.of("verdict.details.trusted");
      case UNTRUSTED -> text.of("verdict.details.untrusted");
    };
  }

  private void certificate(ChainLink link) {
    CertificateFacts facts = Facts.of(link.certificate());
    lines.add("");
    line(text.of("verdict.details.subject"), facts.subject());
    line(text.of("verdict.details.issuer"), facts.issuer());
    line(text.of("verdict.details.names"), String.join(", ", facts.names()));
    line(text.of("verdict.details.serial"), facts.serial().toString(16));
    line(
        text.of("verdict.details.valid"),
        text.of("verdict.details.span", facts.notBefore().toString(), facts.notAfter().toString()));
    line(text.of("verdict.details.key"), facts.key());
    line(text.of("verdict.details.signature"), link.certificate().getSigAlgName());
    line(text.of("verdict.details.fingerprint"), facts.sha256().withColons());
  }

  private void line(String name, String value) {
    lines.add(name + ": " + value);
  }
}
