package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.testing.SamplePair;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pair made on the server's computer, and a colleague's computer that gets the kit alone. */
class TwoMachinesTest {
  private static final Pattern ACCEPT = Pattern.compile("ACCEPT .*:(\\d+)");

  @TempDir private Path root;
  private Bench office;
  private Bench desk;
  private Path made;
  private Path tool;

  @BeforeEach
  void twoComputers() throws Exception {
    office = new Bench(root.resolve("office"));
    desk = new Bench(root.resolve("desk"));
    made = office.disk.resolve("made");
    tool = desk.tool("Cameo Systems Modeler 2021x");
    SamplePair older = SamplePair.make("old.example.com", "Older-horse9");
    Path certs = Files.createDirectory(tool.resolve("certs"));
    Files.write(certs.resolve("cert.jks"), older.store());
    Files.write(certs.resolve("cert.pass"), older.password());
  }

  @Test
  void theKitAloneSetsAnotherComputerUpAndUndoPutsEverythingBack() throws Exception {
    assertThat(
            office.run(
                "create",
                "--server=localhost",
                "--also=127.0.0.1",
                "--key=ec256",
                "--generate-passwords",
                "--out=" + made))
        .isZero();
    Path kit = Files.copy(made.resolve("client-kit.zip"), desk.home.resolve("from the mail.zip"));
    Map<String, String> before = Snapshot.of(desk.disk);
    Process server = server();
    try {
      String where = "127.0.0.1:" + port(server);
      assertThat(check(where)).as("the older certificate").isEqualTo(6);

      assertThat(desk.run("install", "--yes", "--kit=" + kit, "--into=" + tool)).isZero();
      assertThat(check(where)).as(desk.terminal.out()).isZero();
      assertThat(desk.objects("findings"))
          .extracting(finding -> finding.get("level"))
          .doesNotContain("red", "amber");

      assertThat(desk.run("undo", "--yes")).isZero();
      assertThat(Snapshot.of(desk.disk)).isEqualTo(before);
      assertThat(check(where)).as("the older certificate again").isEqualTo(6);
    } finally {
      server.destroy();
      server.waitFor(5, TimeUnit.SECONDS);
    }
    assertThat(desk.state().resolve("journals")).isEmptyDirectory();
  }

  private int check(String where) {
    Path certs = tool.resolve("certs");
    return desk.run(
        "check",
        "--json",
        where,
        "--client-store=" + certs.resolve("cert.jks"),
        "--client-password-file=" + certs.resolve("cert.pass"));
  }

  /** A server of another make that has the key from the office. */
  private Process server() throws Exception {
    char[] word = Files.readString(made.resolve("KeyStore.pass")).toCharArray();
    KeyStore store = KeyStore.getInstance(made.resolve("KeyStore.jks").toFile(), word);
    String alias = store.aliases().nextElement();
    Path pem = office.home.resolve("server.pem");
    String key = Base64.getMimeEncoder().encodeToString(store.getKey(alias, word).getEncoded());
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n"
            + key
            + "\n-----END PRIVATE KEY-----\n"
            + CertificateReader.pem((X509Certificate) store.getCertificate(alias)));
    return new ProcessBuilder(
            List.of(
                "openssl",
                "s_server",
                "-accept",
                "127.0.0.1:0",
                "-cert",
                pem.toString(),
                "-key",
                pem.toString()))
        .redirectErrorStream(true)
        .start();
  }

  private static int port(Process server) throws Exception {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    String line;
    while ((line = out.readLine()) != null) {
      Matcher accept = ACCEPT.matcher(line);
      if (accept.matches()) {
        return Integer.parseInt(accept.group(1));
      }
    }
    throw new IllegalStateException("openssl did not open a port.");
  }
}
