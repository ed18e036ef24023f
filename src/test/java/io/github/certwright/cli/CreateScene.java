package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.secret.Secret;
import io.github.certwright.server.practice.PracticeServer;
import io.github.certwright.server.practice.PracticeUser;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A computer, passwords with markers in them, and the command that makes a pair. */
abstract class CreateScene {
  static final String SERVER_WORD = "Marker-server-77";
  static final String CLIENT_WORD = "Marker-client-77";
  static final String USER_WORD = "Marker-user-77";

  @TempDir Path root;

  Bench bench;
  Path out;

  @BeforeEach
  void setUp() throws IOException {
    bench = new Bench(root);
    out = bench.disk.resolve("out");
  }

  int create(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("create", "--server", "tw.example.com", "--key", "ec256", "--out", "" + out));
    args.addAll(List.of(more));
    return bench.run(args.toArray(String[]::new));
  }

  String[] passwords() {
    return new String[] {
      "--server-password-file", bench.file("server", SERVER_WORD + "\r\n"),
      "--client-password-file", bench.file("client", CLIENT_WORD + "\n")
    };
  }

  PracticeServer server() throws IOException {
    return PracticeServer.start(
        List.of(PracticeUser.of("Administrator", Secret.ofText(USER_WORD), true)));
  }

  int createAndUpload(PracticeServer server, Path tool, String... more) throws IOException {
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
  void assertNoMarkers() throws IOException {
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

  String list(String keytool, String store, String word) {
    return Programs.run(
            List.of(
                keytool, "-list", "-keystore", out.resolve(store).toString(), "-storepass", word))
        .output();
  }
}
