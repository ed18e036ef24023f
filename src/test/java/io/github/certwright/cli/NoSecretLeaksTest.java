package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.Main;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.Misbehaviour;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.server.practice.PracticeUser;
import io.github.certwright.testing.Markers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Words with markers in them go through whole runs; then everything that was left is searched. */
class NoSecretLeaksTest extends CreateScene {
  private static final String TOKEN = "Marker.token+with/signs=77";
  private static final Logger LOG = Logger.getLogger("io.github.certwright");

  private final StringBuilder said = new StringBuilder();
  private final Handler everything =
      new Handler() {
        private final SimpleFormatter words = new SimpleFormatter();

        @Override
        public synchronized void publish(LogRecord line) {
          said.append(words.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Markers secrets() {
    return new Markers().word(SERVER_WORD).word(USER_WORD).word(TOKEN);
  }

  private PracticeServer server(Misbehaviour... faults) throws IOException {
    PracticeServer server =
        PracticeServer.start(
            List.of(
                new PracticeUser(
                    "Administrator", Secret.ofText(USER_WORD), Secret.ofText(TOKEN), true)));
    for (Misbehaviour fault : faults) {
      server.misbehave(fault, "PUT /osmc/admin/tls");
    }
    return server;
  }

  private void searched(Markers markers) throws IOException {
    said.append(bench.terminal.out()).append(bench.terminal.err());
    assertThat(markers.in("printed or logged", said.toString())).isEmpty();
    assertThat(markers.below(bench.disk)).isEmpty();
    assertThat(markers.below(bench.state())).isEmpty();
  }

  private int send(PracticeServer server, String... how) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "upload",
                "--verbose",
                "--url=" + server.url(),
                "--port=" + server.port(),
                "--keystore=" + out.resolve("KeyStore.jks"),
                "--fingerprint=" + server.fingerprint().withColons()));
    args.addAll(List.of(how));
    int code = bench.run(args.toArray(String[]::new));
    said.append(bench.terminal.out()).append(bench.terminal.err());
    return code;
  }

  @Test
  void theSearchItselfFindsWhatIsPlantedInEveryForm() throws IOException {
    Markers markers = new Markers().word("Marker äß");
    Files.writeString(bench.disk.resolve("utf16"), "x Marker äß", StandardCharsets.UTF_16LE);
    Files.writeString(
        bench.disk.resolve("base64"),
        java.util.Base64.getEncoder()
            .encodeToString("Administrator:Marker äß!".getBytes(StandardCharsets.UTF_8)));
    assertThat(markers.below(bench.disk)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(markers.in("url", "a=Marker+%C3%A4%C3%9F&b")).hasSize(1);
    assertThat(markers.in("nothing", "Marker a")).isEmpty();
  }

  @Test
  void neitherPasswordsNorTokensNorTheKeyAreLeftAnywhereByRunsThatWorkAndRunsThatFail()
      throws Exception {
    Level before = LOG.getLevel();
    LOG.addHandler(everything);
    LOG.setLevel(Level.ALL);
    String user = "--password-file=" + bench.file("user", USER_WORD);
    String opens = "--keystore-password-file=" + bench.file("server", SERVER_WORD);
    String token = "--token-file=" + bench.file("token", TOKEN);
    try {
      try (PracticeServer server = server()) {
        createAndUpload(server, bench.tool("Cameo Systems Modeler 2021x"), "--verbose");
      }
      for (Misbehaviour fault :
          List.of(
              Misbehaviour.STATUS_401,
              Misbehaviour.STATUS_500,
              Misbehaviour.HTML,
              Misbehaviour.CUT_OFF,
              Misbehaviour.REDIRECT_ELSEWHERE,
              Misbehaviour.ANSWER_LOST)) {
        try (PracticeServer server = server(fault)) {
          assertThat(send(server, "--user=Administrator", user, opens)).isNotZero();
          assertThat(send(server, token, opens)).isNotZero();
        }
      }
      try (PracticeServer server = server()) {
        server.misbehave(Misbehaviour.CERTIFICATE_SWAPPED, "GET /osmc/login");
        assertThat(send(server, "--user=Administrator", user, opens)).isNotZero();
        assertThat(send(server, "--user=Somebody", user, opens, "--json")).isNotZero();
        assertThat(send(server, token, token.replace("token-file", "keystore-password-file")))
            .isNotZero();
      }
    } finally {
      LOG.removeHandler(everything);
      LOG.setLevel(before);
    }
    searched(secrets().bytes("the key", key()));
  }

  /** The end of the private key's encoding, which nothing else has. */
  private byte[] key() throws Exception {
    try (Secret password = Secret.ofText(SERVER_WORD)) {
      KeyStore store =
          KeystoreReader.open(Files.readAllBytes(out.resolve("KeyStore.jks")), password);
      Key key = store.getKey(store.aliases().nextElement(), SERVER_WORD.toCharArray());
      byte[] encoded = key.getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - 24, encoded.length);
    }
  }

  @Test
  void noProcessGetsASecretAsAnArgument() throws Exception {
    List<String> seen = new ArrayList<>();
    try (PracticeServer server = server()) {
      Process process = process(server);
      process.getOutputStream().close();
      Thread reading = Thread.ofVirtual().start(() -> drained(process));
      while (process.isAlive()) {
        process.descendants().map(NoSecretLeaksTest::arguments).forEach(seen::add);
        seen.add(arguments(process.toHandle()));
        process
            .onExit()
            .completeOnTimeout(process, 15, java.util.concurrent.TimeUnit.MILLISECONDS)
            .join();
      }
      reading.join();
      assertThat(process.exitValue()).isZero();
    }
    assertThat(String.join("\n", seen)).contains("upload-password-file");
    assertThat(secrets().word(CLIENT_WORD).in("arguments", String.join("\n", seen))).isEmpty();
    assertThat(secrets().below(bench.disk)).isEmpty();
    assertThat(secrets().below(bench.state())).isEmpty();
  }

  private Process process(PracticeServer server) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "create",
                "--server=127.0.0.1",
                "--key=ec256",
                "--out=" + out,
                "--into=" + bench.tool("Cameo Systems Modeler 2021x"),
                "--url=" + server.url(),
                "--user=Administrator",
                "--upload-password-file=" + bench.file("user", USER_WORD),
                "--port=" + PracticeServer.freePort(),
                "--fingerprint=" + server.fingerprint().withColons()));
    command.addAll(List.of(passwords()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_STATE_HOME", bench.state().toString());
    builder.environment().put("XDG_CONFIG_HOME", bench.state().resolve("config").toString());
    return builder.start();
  }

  private static void drained(Process process) {
    try {
      process.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As every user of the computer can read them. */
  private static String arguments(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException _) {
      return "";
    }
  }
}
