package io.github.certwright.check;

import static io.github.certwright.check.ConnectionCheckTest.check;
import static io.github.certwright.check.ConnectionCheckTest.verdict;
import static io.github.certwright.check.TestCertificate.dns;
import static io.github.certwright.check.TestCertificate.good;
import static io.github.certwright.check.TestCertificate.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.check.TestCertificate.Made;
import io.github.certwright.keystore.KeystoreWriter;
import io.github.certwright.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this computer's client files make of a server. */
class ClientStoresTest {
  private static final String HOST = "twcloud.example.com";

  @TempDir Path folder;

  @Test
  void whatThisComputerHasInstalledIsCompared() throws IOException {
    Made shown = good().from(-10).make();
    Made older = good().from(-400).key(pair("EC", 256, "older")).make();
    Made newer = good().from(-1).key(pair("EC", 256, "newer")).make();
    Made other = good().subject("CN=b").names(dns("b")).key(pair("EC", 256, "other")).make();
    ClientStore right = PreparedTools.in(folder, "right", shown.certificate());
    ClientStore old = PreparedTools.in(folder, "old", older.certificate());
    ClientStore missing = ClientStore.ofTool("missing", folder.resolve("missing"));
    try (PreparedServer server = PreparedServer.tls(shown)) {
      verdict(check(server, HOST, List.of()), Level.GREEN, "check.verdict.noTool");
      verdict(check(server, HOST, List.of(old)), Level.RED, "check.verdict.older");
      verdict(
          check(server, HOST, List.of(PreparedTools.in(folder, "new", newer.certificate()))),
          Level.RED,
          "check.verdict.newer");
      verdict(
          check(server, HOST, List.of(PreparedTools.in(folder, "other", other.certificate()))),
          Level.RED,
          "check.verdict.other");
      verdict(check(server, HOST, List.of(missing)), Level.RED, "check.verdict.missing");
      verdict(check(server, HOST, List.of(right, old)), Level.RED, "check.verdict.some");
      verdict(check(server, HOST, List.of(missing, old)), Level.RED, "check.verdict.none");
      assertThat(check(server, HOST, List.of(right, old)).trusts())
          .extracting(StoreTrust::outcome)
          .containsExactly(StoreTrust.Outcome.TRUSTS, StoreTrust.Outcome.OLDER);
    }
  }

  @Test
  void brokenClientFilesAreSaid() throws IOException {
    Made shown = good().make();
    ClientStore noPassword = PreparedTools.in(folder, "no-password", shown.certificate());
    Files.delete(noPassword.passwordFile());
    ClientStore wrong = PreparedTools.in(folder, "wrong", shown.certificate());
    Files.writeString(wrong.passwordFile(), "something else");
    ClientStore damaged = PreparedTools.in(folder, "damaged", shown.certificate());
    Files.writeString(damaged.store(), "no keystore at all");
    ClientStore withKey = PreparedTools.in(folder, "with-key", shown.certificate());
    try (Secret password = Secret.ofText("client-secret")) {
      Files.write(
          withKey.store(),
          KeystoreWriter.server(
              StoreFormat.JKS, "twc", shown.key(), shown.certificate(), password));
    }
    try (PreparedServer server = PreparedServer.tls(shown)) {
      for (ClientStore broken :
          List.of(noPassword, wrong, damaged, PreparedTools.in(folder, "empty"), withKey)) {
        verdict(check(server, HOST, List.of(broken)), Level.RED, "check.verdict.unreadable");
      }
      assertThat(check(server, HOST, List.of(withKey)).findings())
          .extracting(Finding::key)
          .contains("check.trust.hasKey", "check.trust.empty");
      assertThat(check(server, HOST, List.of(wrong)).findings())
          .extracting(Finding::key)
          .contains("check.trust.wrongPassword");
    }
  }

  @Test
  void aGivenClientFileIsJudgedInsteadOfTheTools() throws IOException {
    Made shown = good().make();
    Path file = PreparedTools.in(folder, "given", shown.certificate()).store();
    try (PreparedServer server = PreparedServer.tls(shown);
        Secret right = Secret.ofText("client-secret");
        Secret wrong = Secret.ofText("other-secret")) {
      verdict(
          check(server, HOST, List.of(ClientStore.ofFile(file, right))),
          Level.GREEN,
          "check.verdict.store");
      verdict(
          check(server, HOST, List.of(ClientStore.ofFile(file, wrong))),
          Level.RED,
          "check.trust.wrongPassword");
      assertThat(right.isClosed()).isFalse();
    }
  }
}
