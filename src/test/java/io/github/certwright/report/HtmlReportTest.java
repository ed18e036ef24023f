package io.github.certwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.report.ReportFacts.UploadFact;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private final HtmlReport report = new HtmlReport(new Text(Locale.UK, ZoneOffset.UTC));

  private String page(ReportFacts facts) {
    return new String(report.page(facts), StandardCharsets.UTF_8);
  }

  private String words(ReportFacts facts) {
    return page(facts).replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
  }

  @Test
  void theFingerprintCanBeReadOutInSixteenBlocksOfFour() {
    String page = page(SampleFacts.ordinary(new UploadFact.NotAsked(), 10002));
    assertThat(page)
        .contains("<li><code>3F5A</code> <code>9C11</code> <code>77E0</code> <code>B24D</code> ")
        .contains("<code>3A2B</code> <code>9001</code> </li>")
        .contains(SampleFacts.PRINT.withColons());
    assertThat(page.split("<code>[0-9A-F]{4}</code>", -1)).hasSize(17);
  }

  @Test
  void namesEndDateAndDaysAreSaid() {
    assertThat(words(SampleFacts.ordinary(new UploadFact.NotAsked(), 10002)))
        .contains("twcloud.example.com", "bücher.example (xn--bcher-kva.example)", "192.0.2.17")
        .contains("23 February 2029 (825 days)");
  }

  @Test
  void everyFileSaysWhoGetsIt() {
    assertThat(words(SampleFacts.ordinary(new UploadFact.NotAsked(), 10002)))
        .contains("KeyStore.jks Keystore file for the server secret Needed by Teamwork Cloud only")
        .contains("client-kit.zip Client kit Needed by whoever sets up another computer")
        .contains(SampleFacts.PRINT.hex());
  }

  @Test
  void consoleStepsAppearOnlyWhenNothingWasUploaded() {
    assertThat(words(SampleFacts.ordinary(new UploadFact.NotAsked(), 10002)))
        .contains("Upload the keystore file /srv/certwright/twcloud.example.com/KeyStore.jks.");
    assertThat(words(SampleFacts.ordinary(new UploadFact.Failed("https://a:8111"), 10002)))
        .contains("Switch TLS on and enter 10002 as the port.");
    assertThat(words(SampleFacts.ordinary(new UploadFact.Sent("https://a:8111"), 10002)))
        .doesNotContain("Upload the keystore file")
        .contains("The server keystore was sent to https://a:8111; the secure port is 10002.")
        .contains("The server answers on port 10002 with this certificate");
  }

  @Test
  void theLoginDialogGetsThePortOnlyWhenItIsNotTheUsualOne() {
    assertThat(words(SampleFacts.ordinary(new UploadFact.NotAsked(), 10002)))
        .contains("enter twcloud.example.com as the server");
    assertThat(words(SampleFacts.ordinary(new UploadFact.NotAsked(), 10443)))
        .contains("enter twcloud.example.com:10443 as the server");
  }

  @Test
  void hostileNamesStayText() {
    String page = page(SampleFacts.hostile());
    assertThat(page)
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("\u202E", "\u2066", "\u0000", "\uE000")
        .containsPattern("<title>[^<]*U\\+202E[^<]*</title>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")
        .contains("<span class=\"point\">U+202E</span>gnp.exe")
        .contains("{0}<span class=\"point\">U+E000</span>0<span class=\"point\">U+E001</span>");
  }

  @Test
  void thePageNeedsNothingElseAndRunsNothing() {
    assertThat(page(SampleFacts.ordinary(new UploadFact.NotAsked(), 10002)))
        .startsWith("<!DOCTYPE html>")
        .doesNotContain("<script", "<link", "<img", "@import", "url(", " src=", " href=")
        .doesNotContainPattern("<[^>]* on[a-z]+=")
        .contains("default-src 'none'", "prefers-color-scheme: dark", "@media print");
  }

  @Test
  void aCopyToLookAtIsLeftForThePersonWhoBuilds() throws IOException {
    Path folder = Path.of(System.getProperty("test.screenshots", "target/screenshots"));
    Files.createDirectories(folder);
    Path file = folder.resolve("report.html");
    Files.write(file, report.page(SampleFacts.ordinary(new UploadFact.NotAsked(), 10002)));
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void namesInAListAreNoMarkupAndChangeNothingAroundThem() {
    Html html = new Html(new Text(Locale.UK, ZoneOffset.UTC));
    String hostile = "\uE0009\uE001\u202Egpj.<b>";

    assertThat(html.sentence("report.guide.text", java.util.List.of("a.example", hostile)))
        .contains("<bdi>a.example</bdi>, ", "&lt;b&gt;")
        .doesNotContain("\u202E", "<b>");
  }
}
