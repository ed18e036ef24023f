package io.github.certwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.report.AdminInstructions.ToolCommand;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminInstructionsTest {
  private static final Fingerprint FINGERPRINT = Fingerprint.read("ab".repeat(32)).orElseThrow();

  private static String page(boolean windows, ToolCommand... tools) {
    byte[] page =
        new AdminInstructions(Text.english())
            .page(
                Path.of("/home/me/twcloud <b>"),
                FINGERPRINT,
                Instant.parse("2029-02-14T12:00:00Z"),
                windows,
                List.of(tools));
    return new String(page, StandardCharsets.UTF_8);
  }

  @Test
  void everyToolHasItsCommandAsItMustBeTyped() {
    String page =
        page(
            false,
            new ToolCommand("Cameo <2021x>", Path.of("/opt/a&b"), "sudo x 'a&b' && y"),
            new ToolCommand("MagicDraw", Path.of("/opt/md"), "sudo z"));

    assertThat(page)
        .contains("<pre>sudo x &#39;a&amp;b&#39; &amp;&amp; y</pre>", "<pre>sudo z</pre>")
        .contains("Cameo &lt;2021x&gt;", "/home/me/twcloud &lt;b&gt;", "14 February 2029")
        .contains(FINGERPRINT.withColons())
        .contains("Open a terminal")
        .doesNotContain("<script", "PowerShell");
  }

  @Test
  void onWindowsTheCommandsAreForPowerShell() {
    assertThat(page(true, new ToolCommand("MagicDraw", Path.of("/opt/md"), "Copy-Item")))
        .contains("Start PowerShell as administrator")
        .doesNotContain("Open a terminal");
  }
}
