package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.testing.HttpsPage;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real browser opens the page after the certificate was installed, and neither before nor after.
 */
@Tag("thorough")
class TrustInChromiumTest {
  private static final String CHROMIUM = "/usr/bin/chromium";
  private static final String REFUSED = "ERR_CERT_AUTHORITY_INVALID";

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void programsAreThere() throws IOException {
    for (String program : List.of(CHROMIUM, "/usr/bin/certutil")) {
      assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed");
    }
    bench = new Bench(folder);
  }

  /** What the browser says of the page: its text, or the name of the error. */
  private String visit(HttpsPage page) {
    Programs.Ran ran =
        Programs.run(
            List.of(
                "env",
                "-u",
                "XDG_DATA_HOME",
                "HOME=" + bench.home,
                "timeout",
                "--kill-after=5",
                "50",
                CHROMIUM,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + bench.home.resolve("profile"),
                "--dump-dom",
                page.url()));
    return Stream.of(HttpsPage.TEXT, REFUSED, "ERR_CERT_INVALID")
        .filter(ran.output()::contains)
        .findFirst()
        .orElse(ran.output());
  }

  private void trust(String action, Path certificate) {
    int code =
        bench.run(
            "trust",
            action,
            "--certificate",
            certificate.toString(),
            "--store",
            "chromium",
            "--yes");
    assertThat(code).as(bench.terminal.out() + bench.terminal.err()).isZero();
  }

  @Test
  void aRootAuthorityOpensThePagesOfTheServersItIssuedCertificatesTo() throws IOException {
    Trusted root = Trusted.root("Example Root");
    try (HttpsPage page = HttpsPage.serve(root.issue(), root)) {
      opensOnlyWhileTrusted(page, root.pemIn(folder, "root.crt"));
    }
  }

  @Test
  void aServersOwnCertificateOpensItsPage() throws IOException {
    Trusted leaf = Trusted.leaf();
    try (HttpsPage page = HttpsPage.serve(leaf)) {
      opensOnlyWhileTrusted(page, leaf.pemIn(folder, "leaf.crt"));
    }
  }

  private void opensOnlyWhileTrusted(HttpsPage page, Path certificate) {
    // The first start also makes the browser's database.
    assertThat(visit(page)).as("before").isEqualTo(REFUSED);
    trust("install", certificate);
    assertThat(visit(page)).as("installed").isEqualTo(HttpsPage.TEXT);
    trust("remove", certificate);
    assertThat(visit(page)).as("removed").isEqualTo(REFUSED);
  }
}
