package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithAServerTest extends CreateScene {
  @Test
  void theWholeMainJobInOneCommand() throws IOException {
    Path tool = bench.tool("Cameo Systems Modeler 2021x");
    try (PracticeServer server = server()) {
      assertThat(createAndUpload(server, tool, "--json")).isZero();
      assertThat(bench.json()).containsEntry("uploaded", true);
      assertThat(bench.json().get("verifiedSha256"))
          .isEqualTo(((Map<?, ?>) bench.json().get("certificate")).get("sha256"));
      assertThat(tool.resolve("certs/cert.jks")).exists();
      assertThat(bench.json()).doesNotContainKeys("byHand", "toFinish");
      assertNoMarkers();
    }
  }

  @Test
  void aRefusedKeystoreEndsInThreeAndSaysHowToFinish() throws IOException {
    Path tool = bench.tool("Cameo Systems Modeler 2021x");
    try (PracticeServer server = server()) {
      server.misbehave(Misbehaviour.STATUS_500, "PUT /osmc/admin/tls");
      assertThat(createAndUpload(server, tool)).isEqualTo(3);

      String command =
          bench.terminal.err().lines().filter(line -> line.contains("1. ")).findFirst().get();
      assertThat(command).contains("certwright upload --url " + server.url());
      server.behave();
      String[] words = command.substring(command.indexOf("upload --url")).split(" ", -1);
      bench.terminal.environment.put("CERTWRIGHT_UPLOAD_PASSWORD", USER_WORD);
      bench.terminal.environment.put("CERTWRIGHT_SERVER_PASSWORD", SERVER_WORD);

      assertThat(bench.run(words)).isZero();
      assertThat(bench.terminal.out()).contains("Teamwork Cloud has the server keystore.");
      assertNoMarkers();
    }
  }

  @Test
  void aServerNobodyHasConfirmedEndsInFiveAndNothingIsSent() throws IOException {
    create("--generate-passwords");
    try (PracticeServer server = server()) {
      int code =
          bench.run(
              "upload",
              "--json",
              "--url=" + server.url(),
              "--user=Administrator",
              "--password-file=" + bench.file("user", USER_WORD),
              "--keystore=" + out.resolve("KeyStore.jks"),
              "--keystore-password-file=" + out.resolve("KeyStore.pass"));

      assertThat(code).isEqualTo(5);
      assertThat(bench.problemKeys()).containsExactly("run.trust.ask");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whatWasCreatedCanBeInstalledAndChecked() throws IOException {
    create("--generate-passwords");
    Path tool = bench.tool("Magic Draw ü 日本");

    assertThat(bench.run("install", "--kit=" + out.resolve("client-kit.zip"), "--into=" + tool))
        .isZero();
    assertThat(bench.terminal.out()).contains("installed now");
    assertThat(bench.run("check", "--json", "" + out.resolve("certificate.cer"))).isZero();
    assertThat(bench.run("check", "--json", "" + bench.disk.resolve("none.cer"))).isNotZero();
  }
}
