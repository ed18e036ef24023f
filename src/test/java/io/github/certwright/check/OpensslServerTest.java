package io.github.certwright.check;

import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.check.TestCertificate.Made;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.tls.Pins;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of another make than Java, checked over the network as a person would. */
class OpensslServerTest {
  private static final Pattern ACCEPT = Pattern.compile("ACCEPT .*:(\\d+)");

  @TempDir Path folder;

  private String verdict(TestCertificate certificate, String... options)
      throws IOException, CertificateException, InterruptedException {
    Made made = certificate.make();
    Path pem = folder.resolve("server.pem");
    String key = Base64.getMimeEncoder().encodeToString(made.key().getEncoded());
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n"
            + key
            + "\n-----END PRIVATE KEY-----\n"
            + CertificateReader.pem(made.certificate()));
    List<String> command =
        new ArrayList<>(
            List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", pem.toString()));
    command.addAll(List.of("-key", pem.toString()));
    command.addAll(List.of(options));
    Process server = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      CheckReport report =
          new ConnectionCheck(Prober.real(), Pins.inMemory(), TestCertificate.clock())
              .check(new HostPort("127.0.0.1", port(server)), List.of(), _ -> {}, () -> false);
      ConnectionCheckTest.sayable(report);
      return report.level().word() + " " + report.verdict().key();
    } finally {
      server.destroy();
      server.waitFor(5, TimeUnit.SECONDS);
    }
  }

  private static int port(Process server) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = out.readLine()) != null) {
      said.append(line).append('\n');
      Matcher accept = ACCEPT.matcher(line);
      if (accept.matches()) {
        return Integer.parseInt(accept.group(1));
      }
    }
    throw new IllegalStateException("openssl did not open a port: " + said);
  }

  private static TestCertificate here() {
    return good().names(TestCertificate.ip("127.0.0.1"));
  }

  @Test
  void soundServersRaiseNoAlarm() throws Exception {
    assertThat(verdict(here())).isEqualTo("green check.verdict.noTool");
    assertThat(verdict(here(), "-tls1_2")).isEqualTo("green check.verdict.noTool");
    assertThat(verdict(here().key(pair("EC", 384)))).isEqualTo("green check.verdict.noTool");
  }

  @Test
  void aServerThatAsksForAClientCertificateIsStillJudged() throws Exception {
    assertThat(verdict(here(), "-Verify", "1")).isEqualTo("green check.verdict.noTool");
  }

  @Test
  void aServerOfYesterdayIsCalledOutdated() throws Exception {
    assertThat(verdict(here(), "-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"))
        .isEqualTo("red tls.handshake.too-old");
  }

  @Test
  void aServerThatAlsoAllowsWhatIsOutdatedIsSaid() throws Exception {
    assertThat(
            verdict(
                here(),
                "-min_protocol",
                "TLSv1",
                "-max_protocol",
                "TLSv1.2",
                "-cipher",
                "DEFAULT:@SECLEVEL=0"))
        .isEqualTo("amber check.protocol.older");
    assertThat(verdict(here(), "-tls1_3")).isEqualTo("green check.verdict.noTool");
  }

  @Test
  void anExpiredCertificateAndAnotherNameAreSaid() throws Exception {
    assertThat(verdict(here().from(-9).until(-2))).isEqualTo("red check.end.over");
    assertThat(verdict(good())).isEqualTo("red check.name.other");
  }
}
