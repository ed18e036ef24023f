package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.testing.SamplePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path root;
  private Bench bench;

  @BeforeEach
  void setUp() throws IOException {
    bench = new Bench(root);
  }

  @Test
  void everythingSeenOfAServerIsInTheDocument() throws IOException {
    SamplePair other = SamplePair.make("other.example.com", "Client-horse9");
    Path store = bench.home.resolve("cert.jks");
    Files.write(store, other.store());
    try (Secret password = Secret.ofText("practice");
        PracticeServer server = PracticeServer.start(password)) {
      int code =
          bench.run(
              "check",
              "--json",
              "127.0.0.1:" + server.port(),
              "--client-store=" + store,
              "--client-password-file=" + bench.file("word", "Client-horse9"));

      assertThat(code).isEqualTo(6);
      Map<String, Object> check = bench.objects("checks").getFirst();
      assertThat(check)
          .containsEntry("level", "red")
          .containsEntry("key", "check.trust.other")
          .containsEntry("host", "127.0.0.1")
          .containsEntry("protocol", "TLSv1.3")
          .containsEntry("versions", List.of("TLSv1.3", "TLSv1.2"));
      assertThat((List<?>) check.get("chain"))
          .singleElement()
          .satisfies(
              link ->
                  assertThat(String.valueOf(link))
                      .contains("issuedBy=itself", server.fingerprint().withColons()));
      assertThat(String.valueOf(check.get("stores"))).contains("outcome=other");
      assertThat(bench.objects("findings"))
          .filteredOn(finding -> finding.get("key").equals("check.trust.other"))
          .singleElement()
          .satisfies(
              finding -> assertThat(finding).containsKeys("why", "action", "target", "remedy"));
      assertThat(server.requests()).as("nothing but the greeting is sent").isEmpty();
    }
  }

  @Test
  void theEntriesOfAKeystoreAreInTheDocumentWithoutItsPassword() throws IOException {
    Path file = bench.home.resolve("cert.jks");
    Files.write(file, SamplePair.make("tw.example.com", "Client-horse9").store());

    assertThat(bench.run("check", "--json", file.toString())).isZero();

    assertThat((List<?>) bench.objects("checks").getFirst().get("entries"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(String.valueOf(entry))
                    .contains("kind=trusted-certificate", "CN=tw.example.com", "daysLeft="));
  }

  @Test
  void itIsSaidHowLongAServerHasToAnswer() throws IOException {
    assertThat(bench.run("check", "127.0.0.1:" + PracticeServer.freePort())).isEqualTo(6);
    assertThat(bench.terminal.err()).contains("it has 5 seconds to answer");
    assertThat(bench.terminal.out()).contains("nothing answers on port");
  }
}
