package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code trust}, on a copy of Java's own list, which needs no other program. */
class TrustCommandTest {
  @TempDir Path root;
  private Bench bench;
  private Trusted authority;
  private String certificate;
  private Path cacerts;
  private String store;

  @BeforeEach
  void start() throws IOException {
    bench = new Bench(root);
    authority = Trusted.root("Example Root");
    certificate = authority.pemIn(root, "root.crt").toString();
    cacerts = root.resolve("cacerts");
    Files.copy(Path.of(System.getProperty("java.home"), "lib/security/cacerts"), cacerts);
    store = "java:" + cacerts;
  }

  private String state() {
    return String.valueOf(bench.objects("stores").getFirst().get("state"));
  }

  @Test
  void installStatusRemoveAndUndoInOneDocumentEach() {
    assertThat(run("status")).isEqualTo(6);
    assertThat(state()).isEqualTo("not-there");
    assertThat(run("install")).isZero();
    assertThat(state()).isEqualTo("installed");
    assertThat(bench.objects("steps").getFirst()).containsEntry("state", "done");
    assertThat(run("install")).isZero();
    assertThat(state()).isEqualTo("already-there");
    assertThat(run("status")).isZero();
    assertThat(run("remove")).isZero();
    assertThat(state()).isEqualTo("removed");
    assertThat(bench.run("undo", "--last", "--json", "--yes")).isZero();
    assertThat(state()).isEqualTo("installed");
    assertThat(run("status")).isZero();
    assertThat(bench.objects("stores").getFirst())
        .containsEntry("id", store)
        .containsEntry("kind", "java")
        .containsEntry("state", "trusted");
  }

  private int run(String action) {
    return bench.run(
        "trust", action, "--certificate", certificate, "--store", store, "--json", "--yes");
  }

  @Test
  void anUndoTakesTheChangedPasswordOfJavasListAsTrustDoes() throws IOException {
    String word = "another-it-9";
    assertThat(
            Programs.run(
                    List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-storepasswd",
                        "-keystore",
                        cacerts.toString(),
                        "-storepass",
                        "changeit",
                        "-new",
                        word))
                .exitCode())
        .isZero();
    String password = "--java-password-file=" + bench.file("java.txt", word);
    String[] install = {"trust", "install", "--certificate", certificate, "--store", store};
    assertThat(
            bench.run(
                Stream.concat(Stream.of(install), Stream.of(password)).toArray(String[]::new)))
        .isZero();
    byte[] installed = Files.readAllBytes(cacerts);

    assertThat(bench.run("undo", "--last", "--json", "--yes")).isEqualTo(1);
    assertThat(bench.problemKeys()).containsExactly("trust.java.problem.password");
    assertThat(bench.run("undo", "--last", "--java-password-file=/no/such/file")).isEqualTo(2);
    assertThat(cacerts).hasBinaryContent(installed);

    assertThat(bench.run("undo", "--last", password, "--json", "--yes")).isZero();
    assertThat(state()).isEqualTo("removed");
  }

  @Test
  void removingNeedsNothingButTheFingerprint() {
    run("install");
    String fingerprint = Fingerprint.of(authority.certificate()).withColons();

    int code =
        bench.run("trust", "remove", "--fingerprint", fingerprint, "--store", store, "--yes");

    assertThat(code).isZero();
    assertThat(bench.terminal.out()).contains("certificate removed");
  }

  @Test
  void aDryRunTellsAndTouchesNothing() throws IOException {
    byte[] before = Files.readAllBytes(cacerts);

    int code =
        bench.run("trust", "install", "--certificate", certificate, "--store", store, "--dry-run");

    assertThat(code).isZero();
    assertThat(bench.terminal.out())
        .contains("Have the trust store “Java (" + cacerts + ")” trust");
    assertThat(cacerts).hasBinaryContent(before);
    assertThat(bench.state()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "trust, cli.trust.problem.action",
    "trust destroy --certificate C, cli.trust.problem.action",
    "trust install, cli.trust.problem.certificate",
    "trust install --fingerprint AB, cli.trust.problem.certificate",
    "trust remove, cli.trust.problem.which",
    "trust remove --fingerprint AB, cli.fingerprint.problem.shape",
    "trust export --certificate C, cli.trust.problem.out",
    "trust install --certificate C --out X, cli.trust.problem.out",
    "trust install --certificate C --replace, cli.trust.problem.replace",
    "trust install --certificate C --store netscape, trust.store.problem.unknown",
    "trust install --certificate C --store windows-user, trust.problem.other-system",
    "trust install --certificate C --store firefox, trust.store.problem.none-here",
    "trust install --certificate N, trust.certificate.problem.unreadable",
    "install --certificate C --all-found --trust-store netscape, trust.store.problem.unknown"
  })
  void wrongUseIsRefusedWithItsReason(String words, String key) {
    String line = words.replace(" C", " " + certificate).replace(" N", " /no/such/file");

    int code = bench.run((line + " --json --yes").split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(bench.problemKeys()).contains(key);
    assertThat(bench.json()).containsEntry("state", "refused");
  }

  @Test
  void aCertificateThatHasEndedIsNotSaidToHaveDaysLeft() throws IOException {
    certificate = Trusted.ended().pemIn(root, "ended.crt").toString();

    bench.run("trust", "install", "--certificate", certificate, "--store", store, "--yes");

    assertThat(bench.terminal.out()).contains(", ended on ").doesNotContain("(-");
  }

  @Test
  void aStoreThatIsNotThereFailsWithItsReason() {
    int code =
        bench.run(
            "trust",
            "install",
            "--certificate",
            certificate,
            "--store",
            "java:/no/such/cacerts",
            "--json",
            "--yes");

    assertThat(code).isEqualTo(1);
    assertThat(bench.problemKeys()).containsExactly("trust.java.problem.no-file");
  }

  private int export(Path out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("trust", "export", "--certificate", certificate, "--out", "" + out));
    words.addAll(List.of(more));
    words.addAll(List.of("--json", "--yes"));
    return bench.run(words.toArray(String[]::new));
  }

  @Test
  void aPolicyOfTheOrganisationIsReplacedOnlyWhenThatIsAskedFor() throws IOException {
    Path out = Files.createDirectories(root.resolve("for everybody"));
    Path policy = Files.writeString(out.resolve("policies.json"), "{\"policies\": {}}");

    assertThat(export(out)).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("run.trust.export.problem.exists");
    assertThat(bench.objects("problems").getFirst().get("text").toString())
        .contains("policies.json")
        .doesNotContain("how-to.html");
    assertThat(policy).content().isEqualTo("{\"policies\": {}}");
    assertThat(out.resolve("how-to.html")).doesNotExist();

    assertThat(export(out, "--replace")).isZero();
    assertThat(policy).content().contains("ImportEnterpriseRoots");
    try (Stream<Path> all = Files.list(out)) {
      assertThat(all.filter(file -> file.toString().contains("policies.json.backup-")))
          .singleElement()
          .satisfies(backup -> assertThat(backup).content().isEqualTo("{\"policies\": {}}"));
    }
  }

  @Test
  void theSameExportOnceMoreChangesNothing() throws IOException {
    Path out = root.resolve("for everybody");
    export(out);
    Map<String, String> before = Snapshot.of(out);

    assertThat(export(out)).isZero();

    assertThat(Snapshot.of(out)).isEqualTo(before);
    assertThat(bench.objects("files")).hasSize(4);
  }

  @Test
  void theFilesForOtherComputersAreWrittenAndTakenBack() {
    Path out = root.resolve("for everybody");

    int code = export(out);

    assertThat(code).as(bench.terminal.out()).isZero();
    List<Map<String, Object>> files = bench.objects("files");
    assertThat(files)
        .extracting(file -> file.get("role"))
        .containsExactly("trust-certificate", "firefox-policy", "mac-profile", "guide");
    assertThat(files).allMatch(file -> Files.exists(Path.of(file.get("path").toString())));
    assertThat(bench.run("undo", "--last", "--yes")).isZero();
    assertThat(out).doesNotExist();
  }

  @Test
  void aCertificateIsInstalledIntoAToolAndATrustStoreAtOnce() throws IOException {
    Path tool = bench.tool("Cameo Systems Modeler 2021x");

    int code =
        bench.run(
            "install",
            "--certificate",
            certificate,
            "--into",
            tool.toString(),
            "--trust-store",
            store,
            "--json",
            "--yes");

    assertThat(code).as(bench.terminal.out()).isZero();
    assertThat(tool.resolve("certs/cert.jks")).exists();
    assertThat(state()).isEqualTo("installed");
    assertThat(bench.objects("plan")).hasSize(2);
    assertThat(run("status")).isZero();
  }
}
