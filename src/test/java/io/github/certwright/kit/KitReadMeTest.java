package io.github.certwright.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KitReadMeTest {
  private static final Text TEXT = new Text(Locale.UK, ZoneOffset.UTC);
  private static final Fingerprint PRINT = new Fingerprint("0a".repeat(32));
  private static final Instant END = Instant.parse("2029-02-14T00:00:00Z");

  @Test
  void theReadMeIsOneSafeFileInPlainWords() {
    KitManifest strange =
        new KitManifest(
            List.of("<script>alert(1)</script>"),
            10_003,
            PRINT,
            END,
            Instant.parse("2026-11-21T20:14:55Z"));
    String html = KitReadMe.html(strange, TEXT);
    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;:10003")
        .contains("<code>cert.jks</code>")
        .contains(PRINT.withColons())
        .contains("21 November 2026")
        .contains("@media print")
        .contains("Use Secured Connection (SSL)")
        .doesNotContain("<script")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("Correct-horse");
  }

  @Test
  void theServersPortIsOnlyNamedWhenItIsNotTheUsualOne() {
    KitManifest usual =
        new KitManifest(List.of("twcloud.example.com", "twcloud"), 10_002, PRINT, END, END);
    assertThat(KitReadMe.html(usual, TEXT))
        .contains("<code>twcloud.example.com</code>")
        .doesNotContain("twcloud.example.com:10002");
    KitManifest ip = new KitManifest(List.of("2001:db8::1"), 12, PRINT, END, END);
    assertThat(KitReadMe.html(ip, TEXT)).contains("<code>[2001:db8::1]:12</code>");
  }
}
