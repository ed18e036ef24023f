package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.server.practice.PracticeUser;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final String SERVER_WORD = "Marker-server-77";
  private static final String CLIENT_WORD = "Marker-client-77";
  private static final String USER_WORD = "Marker-user-77";

  @TempDir private Path root;

  private Bench bench;
  private Path out;

  @BeforeEach
  void setUp() throws IOException {
    bench = new Bench(root);
    out = bench.disk.resolve("out");
  }

  private int create(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("create", "--server", "tw.example.com", "--key", "ec256", "--out", "" + out));
    args.addAll(List.of(more));
    return bench.run(args.toArray(String[]::new));
  }

  private String[] passwords() {
    return new String[] {
      "--server-password-file", bench.file("server", SERVER_WORD + "\r\n"),
      "--client-password-file", bench.file("client", CLIENT_WORD + "\n")
    };
  }

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

  private String list(String keytool, String store, String word) {
    return Programs.run(
            List.of(
                keytool, "-list", "-keystore", out.resolve(store).toString(), "-storepass", word))
        .output();
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

  @ParameterizedTest
  @CsvSource({
    "'--json', cli.usage.problem.no-command",
    "'--json bogus', cli.usage.problem.command",
    "'bogus --json', cli.usage.problem.command",
    "'create --json --bogus', cli.usage.problem.unknown",
    "'create --json extra', cli.usage.problem.extra",
    "'create --json --server', cli.usage.problem.no-value",
    "'create --json --server --out', cli.usage.problem.no-value",
    "'create --json --server a --server b', cli.usage.problem.twice",
    "'create --json --replace=maybe', cli.usage.problem.value",
    "'tools --json --lang !', cli.lang.problem.shape",
    "'check --json', cli.check.problem.nothing",
    "'check --json a --client-password-file x', cli.usage.problem.alone",
    "'--json install --kit x', cli.install.problem.nowhere"
  })
  void wrongUsageIsOneDocumentToo(String typed, String key) {
    assertThat(bench.run(typed.split(" ", -1))).isEqualTo(2);

    assertThat(bench.json()).containsEntry("state", "refused");
    assertThat(bench.problemKeys()).contains(key);
    assertThat(bench.objects("problems"))
        .allSatisfy(problem -> assertThat((List<?>) problem.get("hints")).isNotEmpty());
    assertThat(bench.terminal.err()).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() throws IOException {
    Files.writeString(out, "a file is in the way");
    Map<String, String> before = Snapshot.of(bench.disk);

    int code =
        create(
            "--json",
            "--also=a b",
            "--country=XX",
            "--unit= ",
            "--store=zip",
            "--valid-days=soon",
            "--alias=",
            "--server-password-file=" + bench.file("short", "abc"),
            "--client-password-file=" + bench.home.resolve("none"),
            "--url=http://tw.example.com",
            "--user=",
            "--port=99999",
            "--fingerprint=12:34",
            "--into=" + bench.disk.resolve("no tool"));

    assertThat(code).isEqualTo(2);
    assertThat(bench.problemKeys())
        .contains(
            "cli.store.problem.unknown",
            "cli.fingerprint.problem.shape",
            "cli.password.problem.missing",
            "passwords.one.problem.short",
            "organisation.country.problem.unknown",
            "organisation.part.problem.blank",
            "certificate.days.problem.range",
            "certificate.alias.problem.empty",
            "where.folder.problem.notAFolder",
            "where.url.problem.scheme",
            "where.user.problem.empty",
            "where.password.problem.empty",
            "where.port.problem.range",
            "where.tools.problem.missing")
        .doesNotHaveDuplicates();
    assertThat(Snapshot.of(bench.disk)).isEqualTo(before);
    assertThat(bench.state()).doesNotExist();
  }

  @Test
  void optionsThatContradictEachOtherAreNamed() {
    create("--json", "--generate-passwords", "--user=u", "--token-file=t", "--fingerprint=zz");

    assertThat(bench.objects("problems"))
        .extracting(problem -> problem.get("key") + " " + problem.get("text"))
        .contains(
            "cli.usage.problem.together --user and --token-file cannot be used together.",
            "cli.usage.problem.alone --user has no meaning without --url.",
            "cli.usage.problem.alone --token-file has no meaning without --url.",
            "cli.usage.problem.alone --fingerprint has no meaning without --url.");
  }

  @ParameterizedTest
  @CsvSource({
    "'', keystore.pass.problem.empty",
    "'\n', keystore.pass.problem.empty",
    "'two\nlines-long', cli.password.problem.control",
    "'nul\u0000inside', cli.password.problem.control",
    "'Grüße-an-alle', passwords.one.problem.letters"
  })
  void aPasswordFileThatHoldsNoFitPasswordHasItsOwnProblem(String content, String key) {
    String[] given = passwords();
    given[1] = bench.file("other", content);

    assertThat(create(Stream.concat(Stream.of("--json"), Stream.of(given)).toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly(key);
  }

  @Test
  void aFileFarTooLargeIsNoPassword() {
    String[] given = passwords();
    given[1] = bench.file("other", "x".repeat(100_000));
    assertThat(create(Stream.concat(Stream.of("--json"), Stream.of(given)).toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("keystore.pass.problem.tooLarge");
  }

  @Test
  void aByteOrderMarkIsNotPartOfThePassword() {
    String[] given = passwords();
    given[1] = bench.file("marked", "\ufeff" + SERVER_WORD + "\r\n");

    assertThat(create(given)).isZero();
    assertThat(list(Programs.keytools().getFirst(), "KeyStore.jks", SERVER_WORD))
        .contains("PrivateKeyEntry");
  }

  @Test
  void passwordsComeFromStandardInputOneALine() {
    bench.terminal.input =
        (SERVER_WORD + "\n" + CLIENT_WORD + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(create("--server-password-file=-", "--client-password-file", "-")).isZero();
    assertThat(list(Programs.keytools().getFirst(), "cert.jks", CLIENT_WORD))
        .contains("trustedCertEntry");
  }

  @Test
  void passwordsComeFromTheEnvironment() {
    bench.terminal.environment.put("CERTWRIGHT_SERVER_PASSWORD", SERVER_WORD);
    bench.terminal.environment.put("CERTWRIGHT_CLIENT_PASSWORD", CLIENT_WORD);

    assertThat(create()).isZero();
    assertThat(list(Programs.keytools().getFirst(), "KeyStore.jks", SERVER_WORD))
        .contains("PrivateKeyEntry");
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

  private PracticeServer server() throws IOException {
    return PracticeServer.start(
        List.of(PracticeUser.of("Administrator", Secret.ofText(USER_WORD), true)));
  }

  private int createAndUpload(PracticeServer server, Path tool, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of(passwords()));
    args.addAll(
        List.of(
            "--url=" + server.url(),
            "--user=Administrator",
            "--upload-password-file=" + bench.file("user", USER_WORD),
            "--port=" + PracticeServer.freePort(),
            "--fingerprint=" + server.fingerprint().withColons(),
            "--also=127.0.0.1",
            "--into=" + tool));
    args.addAll(List.of(more));
    return create(args.toArray(String[]::new));
  }

  /** Passwords stand where they must, which is in cert.pass and in the kit, and nowhere else. */
  private void assertNoMarkers() throws IOException {
    String printed = bench.terminal.out() + bench.terminal.err();
    assertThat(printed).doesNotContain(SERVER_WORD, CLIENT_WORD, USER_WORD);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (file.getParent().equals(bench.home) || name.equals("cert.pass")) {
          continue;
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SERVER_WORD, CLIENT_WORD, USER_WORD);
      }
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
  void uploadSaysEverythingThatIsWrongAtOnce() {
    create("--generate-passwords");

    assertThat(
            bench.run(
                "upload",
                "--json",
                "--url=https://",
                "--port=0",
                "--fingerprint=x",
                "--keystore=" + out.resolve("KeyStore.jks"),
                "--keystore-password-file=" + bench.file("wrong", "something else")))
        .isEqualTo(2);
    assertThat(bench.problemKeys())
        .contains(
            "cli.fingerprint.problem.shape",
            "where.port.problem.range",
            "where.user.problem.empty",
            "where.password.problem.empty",
            "keystore.read.problem.wrongPassword");
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

  @Test
  void aPasswordGivenAsAnArgumentIsNotRepeated() {
    assertThat(bench.run("create", "--password=hunter2", "--pass", "hunter2")).isEqualTo(2);
    assertThat(bench.terminal.out() + bench.terminal.err())
        .contains("--password", "--pass")
        .doesNotContain("hunter2");
  }

  @Test
  void lettersThatTheTerminalLostAreNotPutIntoACertificate() {
    assertThat(create("--generate-passwords", "--organization=M\ufffd\ufffdller", "--json"))
        .isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.usage.problem.letters");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "create", "install", "tools", "upload", "check", "demo"})
  void helpFitsEightyColumnsAndEveryCommandTellsItsVersion(String command) {
    assertThat(bench.run((command + " --help").strip().split(" ", -1))).isZero();
    assertThat(bench.terminal.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(bench.terminal.out()).startsWith("Usage: certwright").doesNotContain("cli.");

    assertThat(bench.run((command + " --version").strip().split(" ", -1))).isZero();
    assertThat(bench.terminal.out()).isEqualTo("certwright 1.2.3\n");
  }

  @Test
  void anAsciiTerminalGetsADocumentThatMeansTheSame() {
    bench.terminal.charset = StandardCharsets.US_ASCII;
    assertThat(bench.run("bogus", "--json")).isEqualTo(2);

    assertThat(bench.terminal.out()).doesNotContain("?").contains("\\u201C");
    assertThat(bench.problemKeys()).containsExactly("cli.usage.problem.command");
  }
}
