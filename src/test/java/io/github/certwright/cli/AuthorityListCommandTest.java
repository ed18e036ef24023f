package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.certwright.files.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code authority issue --list}: certificates for many servers at once. */
class AuthorityListCommandTest extends AuthorityScene {
  private String[] list(String csv) throws IOException {
    Path file = Files.writeString(bench.home.resolve("list.csv"), csv);
    return words("authority", "issue", "--list=" + file, "--key=ec256", "--out=" + out);
  }

  private static final String WITH_BAD_LINES =
      "a.example.com\nbad name\nb.example.com,10.0.0.1,30\nc.example.com,,soon\n";

  @Test
  void aListWithBadLinesIsRefusedUnlessWeKeepGoing() throws IOException {
    authority();
    String[] list = list(WITH_BAD_LINES);

    assertThat(run(list, root(), words("--generate-passwords"))).isEqualTo(2);
    assertThat(bench.problemKeys()).hasSize(2).containsOnly("authority.list.problem.line");
    assertThat(run(list, root(), words("--generate-passwords", "--keep-going", "--dry-run")))
        .isZero();
    assertThat(out).doesNotExist();
    assertThat(run(list, root(), words("--generate-passwords", "--keep-going"))).isEqualTo(3);
    assertThat(bench.json()).containsEntry("state", "partly").containsKey("toFinish");
    assertThat(bench.objects("problems"))
        .extracting(problem -> problem.get("line"), problem -> problem.get("cause"))
        .containsExactly(
            tuple(2L, "server.name.problem.space"), tuple(4L, "authority.list.problem.days"));
    assertThat(out.resolve("b.example.com/KeyStore.jks")).exists();
    assertThat(out.resolve("a.example.com/KeyStore.pass")).exists();

    String[] mended = list("bad.example.com\nc.example.com,,30\n");
    assertThat(run(mended, root(), words("--generate-passwords"))).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("where.folder.problem.exists");
    mended[mended.length - 1] = "--out=" + out.resolveSibling("mended");
    assertThat(run(mended, root(), words("--generate-passwords"))).isZero();
  }

  @Test
  void whatToDoAboutBadLinesIsSaidOnceAndNotForEach() throws IOException {
    authority();
    List<String> words = new ArrayList<>(List.of(list("bad one\nbad two\nbad three\n")));
    words.addAll(List.of(root()));
    words.add("--generate-passwords");

    assertThat(bench.run(words.toArray(String[]::new))).isEqualTo(2);

    assertThat(bench.terminal.err())
        .contains("✗ Line 1: ", "✗ Line 2: ", "✗ Line 3: ")
        .containsOnlyOnce("Mend the line");
  }

  @Test
  void everyFileOfEveryServerIsNamedWithItsDigest() throws IOException {
    authority();
    assertThat(run(list("a.example.com\nb.example.com\n"), root(), words("--generate-passwords")))
        .isZero();

    List<Map<String, Object>> files = bench.objects("files");
    assertThat(files)
        .extracting(file -> Path.of(file.get("path").toString()))
        .containsExactlyInAnyOrderElementsOf(filesBelow(out));
    for (Map<String, Object> file : files) {
      byte[] content = Files.readAllBytes(Path.of(file.get("path").toString()));
      assertThat(file).containsEntry("sha256", Content.sha256(content));
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void nobodyHasToReadThousandsOfFileNames() throws IOException {
    authority();
    String many =
        IntStream.range(0, 20)
            .mapToObj(i -> "s" + i + ".example.com")
            .collect(Collectors.joining("\n"));
    List<String> words = new ArrayList<>(List.of(list(many)));
    words.addAll(List.of(root()));
    words.add("--generate-passwords");

    assertThat(bench.run(words.toArray(String[]::new))).isZero();

    assertThat(bench.terminal.out())
        .contains("cert.jks", "and 51 more below the same folder")
        .hasLineCount(16);
  }

  @Test
  void aPasswordFileGoesBeforeAPasswordThatWouldBeMadeAsInCreate() throws Exception {
    authority();
    bench.terminal.environment.put(PasswordOptions.SERVER_VARIABLE, "Another-word-77");
    bench.terminal.environment.put(PasswordOptions.CLIENT_VARIABLE, "Another-word-88");

    assertThat(run(list("a.example.com\n"), root(), serverWord(), words("--generate-passwords")))
        .as(bench.terminal.out())
        .isZero();

    assertThat(out.resolve("a.example.com/KeyStore.pass")).doesNotExist();
    assertThat(list("keytool", "a.example.com/KeyStore.jks", SERVER_WORD))
        .contains("PrivateKeyEntry");
    assertThat(out.resolve("cert.pass")).content().isNotEqualTo("Another-word-88").hasSize(20);
  }

  @Test
  void aListWithoutAnyPasswordSaysSoOnce() throws IOException {
    authority();
    String[] list = list("a.example.com\n");

    assertThat(run(list, root())).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.authority.problem.listPassword");
    assertThat(run(list, root(), serverWord())).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("passwords.one.problem.empty");
    assertThat(run(list, root(), client())).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("cli.authority.problem.listPassword");
  }
}
