package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.ChainLink;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.SampleReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckPageTest {
  @TempDir private Path root;

  private String page(CheckReport report) throws IOException {
    try (Scene scene = new Scene(root)) {
      return new String(new CheckPage(scene.bench()).of(report), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theSavedReportTellsTheVerdictEveryFindingAndEveryCertificate() throws IOException {
    CheckReport report = new SampleReports(root.resolve("tools")).some();
    String page = page(report);
    assertThat(page)
        .contains("1 of 3 modeling tools on this computer trust")
        .contains("has an older certificate of")
        .contains("Get the new client kit and set up this computer with it.")
        .contains(report.fingerprint().orElseThrow().withColons())
        .doesNotContain("{0}");
    assertThat(report.links()).extracting(ChainLink::title).containsExactly("twcloud.example.com");
  }

  @Test
  void whatAHostileServerCallsItselfStaysWords() throws IOException {
    CheckReport report = new SampleReports(root.resolve("tools")).filtered();
    CheckReport hostile =
        new CheckReport(
            "<script>alert(1)</script>\u202Egnp",
            report.verdict(),
            report.findings(),
            List.of(),
            List.of(),
            report.contents(),
            report.connection());
    assertThat(page(hostile)).doesNotContain("<script>").contains("U+202E");
  }
}
