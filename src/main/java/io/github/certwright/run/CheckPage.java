package io.github.certwright.run;

import io.github.certwright.check.ChainLink;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Finding;
import io.github.certwright.report.CheckFacts;
import io.github.certwright.report.CheckHtml;
import java.time.Instant;

/** Gathers what the printable page about a check tells. */
public final class CheckPage {
  private final Workbench bench;

  public CheckPage(Workbench bench) {
    this.bench = bench;
  }

  /** The page as UTF-8 bytes; without a secret. */
  public byte[] of(CheckReport report) {
    return new CheckHtml(bench.text())
        .page(
            new CheckFacts(
                Instant.now(bench.clock()),
                report.asked(),
                report.level().word(),
                new CheckFacts.Said(report.verdict().key(), report.verdict().args()),
                report.findings().stream().map(CheckPage::finding).toList(),
                report.links().stream().map(CheckPage::link).toList()));
  }

  private static CheckFacts.Found finding(Finding finding) {
    return new CheckFacts.Found(
        finding.level().word(), new CheckFacts.Said(finding.key(), finding.args()));
  }

  private static CheckFacts.Shown link(ChainLink link) {
    RunReport.CertificateFacts facts = Facts.of(link.certificate());
    return new CheckFacts.Shown(
        link.title(),
        facts.subject(),
        facts.issuer(),
        facts.notBefore(),
        facts.notAfter(),
        facts.key(),
        facts.sha256());
  }
}
