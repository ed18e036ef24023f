package io.github.certwright.run;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.report.HtmlReport;
import io.github.certwright.report.ReportFacts;
import io.github.certwright.report.ReportFacts.UploadFact;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.tls.Fingerprint;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Gathers what the printable report tells. */
final class ReportMaker {
  private final Workbench bench;
  private final Plan plan;
  private final LocalWork local;

  ReportMaker(Workbench bench, Plan plan, LocalWork local) {
    this.bench = bench;
    this.plan = plan;
    this.local = local;
  }

  byte[] page(boolean uploaded, Optional<Fingerprint> verified) {
    CertificateFacts certificate = local.certificate().orElseThrow();
    return new HtmlReport(bench.text())
        .page(
            new ReportFacts(
                Instant.now(bench.clock()),
                new ReportFacts.CertificateFact(
                    plan.certificate().names(),
                    certificate.subject(),
                    certificate.key(),
                    certificate.notBefore(),
                    certificate.notAfter(),
                    certificate.sha256()),
                plan.folder(),
                plan.format(),
                plan.upload()
                    .map(Plan.PlannedUpload::tlsPort)
                    .orElse(UploadAnswer.DEFAULT_TLS_PORT),
                local.written().stream()
                    .map(file -> new ReportFacts.FileFact(file.role(), file.path(), file.sha256()))
                    .toList(),
                local.backups().stream()
                    .map(
                        change ->
                            new ReportFacts.BackupFact(
                                change.target(), change.backup().orElseThrow()))
                    .toList(),
                local.installs().reports().stream().map(ReportMaker::tool).toList(),
                upload(uploaded),
                verified));
  }

  private UploadFact upload(boolean uploaded) {
    return plan.upload()
        .<UploadFact>map(
            planned ->
                uploaded
                    ? new UploadFact.Sent(planned.url().toString())
                    : new UploadFact.Failed(planned.url().toString()))
        .orElseGet(UploadFact.NotAsked::new);
  }

  private static ReportFacts.ToolFact tool(RunReport.ToolReport tool) {
    String label =
        tool.version().isEmpty() ? tool.product() : tool.product() + " " + tool.version();
    ReportFacts.ToolState state =
        ReportFacts.ToolState.valueOf(tool.state().toUpperCase(Locale.ROOT).replace('-', '_'));
    return new ReportFacts.ToolFact(label, tool.path(), state);
  }
}
