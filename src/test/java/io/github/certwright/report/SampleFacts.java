package io.github.certwright.report;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.FileRole;
import io.github.certwright.report.ReportFacts.BackupFact;
import io.github.certwright.report.ReportFacts.CertificateFact;
import io.github.certwright.report.ReportFacts.FileFact;
import io.github.certwright.report.ReportFacts.ToolFact;
import io.github.certwright.report.ReportFacts.ToolState;
import io.github.certwright.report.ReportFacts.UploadFact;
import io.github.certwright.tls.Fingerprint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A finished job to write about, and a hostile one. */
final class SampleFacts {
  static final Instant MADE = Instant.parse("2026-11-21T10:00:00Z");
  static final Instant END = Instant.parse("2029-02-23T10:00:00Z");
  static final Fingerprint PRINT =
      new Fingerprint("3f5a9c1177e0b24d8a6612cd09ef44b1a07c35d2118e9b60f4c7d5e83a2b9001");

  private SampleFacts() {}

  static ReportFacts ordinary(UploadFact upload, int port) {
    return with(
        List.of(
            new HostName.Dns("twcloud.example.com", "twcloud.example.com"),
            new HostName.Dns("xn--bcher-kva.example", "bücher.example"),
            new HostName.Ip("192.0.2.17")),
        "CN=twcloud.example.com,OU=Modeling,O=Example GmbH,L=Köln,C=DE",
        "Cameo Systems Modeler 2024x",
        upload,
        port);
  }

  static ReportFacts hostile() {
    String nasty = "<script>alert(1)</script>\"'&\u202Egnp.exe\u0000\u2066";
    return with(
        List.of(new HostName.Dns("evil.example", nasty)),
        "CN=" + nasty,
        nasty + "{0}\uE0000\uE001",
        new UploadFact.Failed("https://" + nasty),
        10002);
  }

  private static ReportFacts with(
      List<HostName> names, String subject, String tool, UploadFact upload, int port) {
    Path folder = Path.of("/srv/certwright/twcloud.example.com");
    return new ReportFacts(
        MADE,
        new CertificateFact(names, subject, "RSA 2048", MADE, END, PRINT),
        folder,
        StoreFormat.JKS,
        port,
        Arrays.stream(FileRole.values())
            .filter(role -> role != FileRole.REPORT)
            .map(role -> new FileFact(role, folder.resolve(role.fileName()), PRINT.hex()))
            .toList(),
        List.of(
            new BackupFact(
                Path.of("/opt/CSM/certs/cert.jks"), Path.of("/opt/CSM/certs/cert.jks.bak"))),
        List.of(
            new ToolFact(tool, Path.of("/opt/CSM"), ToolState.INSTALLED),
            new ToolFact("MagicDraw", Path.of("/opt/MagicDraw"), ToolState.NEEDS_ADMIN)),
        upload,
        upload instanceof UploadFact.Sent ? Optional.of(PRINT) : Optional.empty());
  }
}
