package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.testing.SamplePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoCommandTest {
  @TempDir private Path root;
  private Bench bench;
  private Path tool;

  @BeforeEach
  void setUp() throws IOException {
    bench = new Bench(root);
    tool = bench.tool("Cameo Systems Modeler 2021x");
  }

  private void install(String host) throws Exception {
    Path file = bench.home.resolve(host + ".cer");
    Files.write(file, SamplePair.make(host, "Client-horse9").issued().certificate().getEncoded());
    assertThat(
            bench.run(
                "install", "--certificate", file.toString(), "--into", tool.toString(), "--yes"))
        .isZero();
  }

  @Test
  void theOnlyJobIsUndoneAndADryRunSaysWhatWouldBeDone() throws Exception {
    Map<String, String> before = Snapshot.of(bench.disk);
    install("one.example.com");
    Map<String, String> installed = Snapshot.of(bench.disk);

    assertThat(bench.run("undo", "--dry-run")).isZero();
    assertThat(bench.terminal.out())
        .contains("Remove " + tool.resolve("certs").resolve("cert.jks"));
    assertThat(Snapshot.of(bench.disk)).isEqualTo(installed);

    assertThat(bench.run("undo", "--json")).isZero();
    assertThat(bench.json()).containsEntry("job", "undo").containsEntry("state", "done");
    assertThat(bench.objects("plan")).hasSize(3);
    assertThat(Snapshot.of(bench.disk)).isEqualTo(before);
    assertThat(bench.run("undo")).as("nothing is left").isEqualTo(2);
  }

  @Test
  void aToolIsCalledByItsNameAndAFolderThatIsNoneByItsPlace() throws Exception {
    tool = bench.tool("Cameo Systems Modeler 2021x");
    install("one.example.com");
    assertThat(bench.run("undo", "--last", "--yes")).isZero();
    assertThat(bench.terminal.out())
        .contains("Cameo Systems Modeler, 2021x, in " + tool + ": taken back");

    tool = Files.createDirectories(bench.disk.resolve("plain"));
    install("one.example.com");
    assertThat(bench.terminal.out()).contains(tool + ": installed now");
    assertThat(bench.run("undo", "--last", "--yes")).isZero();

    assertThat(bench.terminal.out())
        .contains(tool + ": taken back")
        .doesNotContain("version unknown");
  }

  @Test
  void ofSeveralJobsOneMustBeNamed() throws Exception {
    install("one.example.com");
    Map<String, String> one = Snapshot.of(bench.disk);
    install("two.example.com");

    assertThat(bench.run("undo")).isEqualTo(2);
    assertThat(bench.terminal.err())
        .contains("one.example.com", "two.example.com", "--last", "--id");
    assertThat(bench.run("undo", "--id", "nonsense")).isEqualTo(2);
    assertThat(bench.run("undo", "--last", "--id", "nonsense")).isEqualTo(2);
    assertThat(bench.run("undo", "--last", "--yes")).isZero();
    assertThat(Snapshot.of(bench.disk)).isEqualTo(one);
  }

  @Test
  void recoveryWithNothingToDoSaysSo() {
    assertThat(bench.run("recover")).isZero();
    assertThat(bench.terminal.out()).contains("nothing to repair");
    assertThat(bench.run("recover", "--json")).isZero();
    assertThat(bench.json()).containsEntry("state", "done");
  }

  @Test
  void recoverySaysWhatIsLeft() throws Exception {
    Path journals = Files.createDirectories(bench.state().resolve("journals"));
    Files.createDirectory(journals.resolve("damaged.journal"));
    assertThat(bench.run("recover", "--dry-run")).isZero();
    assertThat(bench.run("recover")).isEqualTo(3);
  }
}
