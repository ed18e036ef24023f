package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.certwright.files.Snapshot;
import io.github.certwright.testing.SamplePair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed when everything is done but the note by which it can be undone. */
class KilledBeforeTheReceiptTest {
  @TempDir private Path root;
  private Bench bench;

  @BeforeEach
  void setUp() throws IOException {
    bench = new Bench(root);
    assumeFalse(bench.isLaunched(), "only a process made for it dies at the right moment");
  }

  private void killed(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledChild.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.environment().put("XDG_STATE_HOME", bench.home.resolve("own").toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(KilledChild.KILLED);
    Files.createDirectories(bench.state());
    Path own = bench.home.resolve("own/certwright");
    Files.move(own.resolve("journals"), bench.state().resolve("journals"));
  }

  @Test
  void anInstallationIsUndoneByteForByte() throws Exception {
    Path tool = bench.tool("Cameo Systems Modeler 2021x");
    Path certs = Files.createDirectories(tool.resolve("certs"));
    Files.writeString(certs.resolve("cert.jks"), "an older store");
    Files.writeString(certs.resolve("cert.pass"), "an older password");
    Map<String, String> before = Snapshot.of(bench.disk);
    Path file = bench.home.resolve("one.cer");
    byte[] der =
        SamplePair.make("one.example.com", "Client-horse9").issued().certificate().getEncoded();
    Files.write(file, der);

    killed("install", "--certificate", file.toString(), "--into", tool.toString(), "--yes");
    assertThat(certs.resolve("cert.pass")).content().isNotEqualTo("an older password");
    assertThat(bench.run("undo", "--json", "--yes")).as(bench.terminal.out()).isZero();

    assertThat(Snapshot.of(bench.disk)).isEqualTo(before);
    assertThat(bench.problemKeys()).containsExactly("run.recover.kept");
    assertThat(String.valueOf(bench.json().get("tools"))).contains("Cameo Systems Modeler");
    assertThat(bench.run("undo")).as("nothing is left").isEqualTo(2);
  }

  private static Path onlyOne(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.reduce((a, b) -> null).orElseThrow();
    }
  }

  @Test
  void filesThatWereMadeAreRemovedOnceAndRecoveredOnce() throws Exception {
    Path out = bench.disk.resolve("out");
    killed(
        "request",
        "--server=one.example.com",
        "--key=ec256",
        "--generate-passwords",
        "--out=" + out,
        "--yes");
    assertThat(out.resolve("request.csr")).exists();

    Path journal = onlyOne(bench.state().resolve("journals"));
    byte[] noted = Files.readAllBytes(journal);
    assertThat(bench.run("recover")).isZero();
    assertThat(journal).doesNotExist();
    // As after a second kill, between the receipt and the end of the journal.
    Files.write(journal, noted);
    assertThat(bench.run("recover")).isZero();
    assertThat(onlyOne(bench.state().resolve("receipts"))).isRegularFile();
    whatWasRepairedIsToldThoughNothingIsUndone(journal, noted);
    assertThat(bench.run("undo", "--dry-run")).isZero();
    assertThat(bench.terminal.out()).contains("Remove " + out.resolve("request.csr"));
    assertThat(bench.run("undo", "--yes")).isZero();

    assertThat(out).doesNotExist();
  }

  private void whatWasRepairedIsToldThoughNothingIsUndone(Path journal, byte[] noted)
      throws IOException {
    Files.write(journal, noted);
    assertThat(bench.run("undo", "--id", "nonsense", "--json")).isEqualTo(2);
    assertThat(bench.problemKeys()).containsExactly("run.recover.kept", "run.undo.problem.unknown");
    assertThat(journal).doesNotExist();

    Files.write(journal, noted);
    bench.terminal.answers = new ArrayDeque<>(List.of("no"));
    assertThat(bench.run("undo", "--last")).isEqualTo(130);
    assertThat(bench.terminal.out() + bench.terminal.err()).contains("ended suddenly after");
    bench.terminal.answers = null;
  }
}
