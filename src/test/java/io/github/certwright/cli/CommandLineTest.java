package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.problem.Problem;
import io.github.certwright.testing.Programs;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest extends CreateScene {
  @Test
  void createdStoresOpenWithThePasswordsOfTheFilesWithoutTheirLineEnds() {
    assertThat(create(passwords())).isZero();

    for (String keytool : Programs.keytools()) {
      assertThat(list(keytool, "KeyStore.jks", SERVER_WORD)).contains("PrivateKeyEntry");
      assertThat(list(keytool, "cert.jks", CLIENT_WORD)).contains("trustedCertEntry");
    }
    assertThat(bench.terminal.out())
        .contains("KeyStore.jks", "1. Sign in to Teamwork Cloud Admin", "4. Type the password");
  }

  @Test
  void theDocumentKeepsToTheContract() {
    List<String> args = new ArrayList<>(List.of(passwords()));
    args.add("--json");
    assertThat(create(args.toArray(String[]::new))).isZero();

    Map<String, Object> json = bench.json();
    assertThat(json).containsEntry("job", "create").containsEntry("state", "done");
    assertThat(bench.objects("files"))
        .extracting(file -> file.get("role"))
        .containsExactly(
            "server-keystore",
            "certificate",
            "client-store",
            "client-password",
            "client-kit",
            "report");
    Map<?, ?> certificate = (Map<?, ?>) json.get("certificate");
    Instant start = Instant.parse(String.valueOf(certificate.get("notBefore")));
    assertThat(Instant.parse(String.valueOf(certificate.get("notAfter")))).isAfter(start);
    assertThat(certificate.get("daysLeft")).isEqualTo(825L);
    assertThat(bench.objects("byHand")).hasSize(4);
    assertThat(json).doesNotContainKeys("problems", "tools", "findings");
  }

  @Test
  void aDryRunTouchesNothing() throws IOException {
    Map<String, String> before = Snapshot.of(root);

    assertThat(create("--dry-run", "--json", "--generate-passwords")).isZero();
    assertThat(bench.json()).containsEntry("state", "planned");
    assertThat(bench.run("demo", "--dry-run", "--json")).isZero();
    assertThat(bench.objects("plan")).hasSize(13);

    assertThat(Snapshot.of(root)).isEqualTo(before);
  }

  @Test
  void quietPrintsProblemsOnly() {
    assertThat(create("--quiet", "--generate-passwords")).isZero();
    assertThat(bench.terminal.out()).isEmpty();
    assertThat(bench.terminal.err()).isEmpty();

    assertThat(create("--quiet", "--generate-passwords")).isEqualTo(2);
    assertThat(bench.terminal.out()).isEmpty();
    assertThat(bench.terminal.err()).contains("already there").doesNotContain("done:");
  }

  @Test
  void existingFilesAreReplacedOnlyWhenAskedToAndKept() throws IOException {
    create("--generate-passwords");
    byte[] old = Files.readAllBytes(out.resolve("KeyStore.jks"));

    assertThat(create("--generate-passwords", "--json")).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("where.folder.problem.exists");
    assertThat(out.resolve("KeyStore.jks")).hasBinaryContent(old);

    assertThat(create("--generate-passwords", "--replace")).isZero();
    try (Stream<Path> files = Files.list(out)) {
      Path backup =
          files
              .filter(file -> file.getFileName().toString().startsWith("KeyStore.jks.backup-"))
              .findFirst()
              .orElseThrow();
      assertThat(backup).hasBinaryContent(old);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "create",
        "request",
        "complete",
        "renew",
        "import",
        "authority",
        "install",
        "tools",
        "upload",
        "check",
        "demo"
      })
  void helpFitsEightyColumnsAndEveryCommandTellsItsVersion(String command) {
    assertThat(bench.run((command + " --help").strip().split(" ", -1))).isZero();
    assertThat(bench.terminal.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(bench.terminal.out()).startsWith("Usage: certwright").doesNotContain("cli.");

    assertThat(bench.run((command + " --version").strip().split(" ", -1))).isZero();
    assertThat(bench.terminal.out())
        .matches(bench.isLaunched() ? "certwright \\d\\S+\n" : "certwright 1\\.2\\.3\n");
  }

  @Test
  void anAsciiTerminalGetsADocumentThatMeansTheSame() {
    assumeThat(bench.isLaunched()).as("a program's output is always UTF-8").isFalse();
    bench.terminal.charset = StandardCharsets.US_ASCII;
    assertThat(bench.run("bogus", "--json")).isEqualTo(2);

    assertThat(bench.terminal.out()).doesNotContain("?").contains("\\u201C");
    assertThat(bench.problemKeys()).containsExactly("cli.usage.problem.command");
  }

  @Test
  void whereNoWindowCanBeOpenedNothingIsSaidOfAJob() {
    assertThat(bench.face().failed(Problem.of("", "wizard.display.missing"))).isEqualTo(1);

    assertThat(bench.terminal.err())
        .contains(Text.english().problem(Problem.of("", "wizard.display.missing")).what())
        .doesNotContain("as it was before");
    assertThat(bench.terminal.out()).isEmpty();
  }
}
