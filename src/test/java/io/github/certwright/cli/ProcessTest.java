package io.github.certwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.certwright.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: modes, signals, standard output. */
class ProcessTest {
  private static final int SIGINT = 2;

  @TempDir private Path root;

  private ProcessBuilder certwright(String words) {
    return start(program(), words);
  }

  private ProcessBuilder start(String program, String words) {
    String command = "umask 000; exec %s %s".formatted(program, words);
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command);
    builder.environment().put("XDG_STATE_HOME", root.resolve("state").toString());
    return builder;
  }

  /** The launcher that people are given, where there is one to be tried. */
  private static String program() {
    String launcher = System.getProperty("test.launcher");
    if (launcher != null) {
      return "'" + launcher + "'";
    }
    return java(Main.class);
  }

  private static String java(Class<?> program) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return "'%s' -XX:TieredStopAtLevel=1 -cp '%s' %s"
        .formatted(java, System.getProperty("java.class.path"), program.getName());
  }

  @Test
  void standardOutputHasTheDocumentAloneAndSecretsAreTheOwnersAloneAtAnyUmask()
      throws IOException, InterruptedException {
    Path out = root.resolve("out");
    Process process =
        certwright(
                "create --json --server a.example.com --key ec256 --generate-passwords --out "
                    + out)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(printed).startsWith("{\"job\":\"create\",\"state\":\"done\"").endsWith("}\n");
    assertThat(printed.lines()).hasSize(1);
    for (String name : List.of("KeyStore.jks", "KeyStore.pass")) {
      assertThat(mode(out.resolve(name))).isEqualTo("rw-------");
    }
    assertThat(mode(out)).isEqualTo("rwx------");
    assertThat(mode(root.resolve("state/certwright"))).isEqualTo("rwx------");
    Path log = root.resolve("state/certwright/certwright.log");
    assertThat(mode(log)).isEqualTo("rw-------");
    assertThat(Files.readString(log) + printed)
        .contains("create ended: done")
        .doesNotContain(Files.readString(out.resolve("KeyStore.pass")))
        .doesNotContain(Files.readString(out.resolve("cert.pass")));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void theBarIsDrawnOnATerminalAndNeverInAFile() throws IOException, InterruptedException {
    String create = "create --yes --server a.example.com --key ec256 --generate-passwords --out ";
    Path told = root.resolve("told");

    assertThat(onATerminal(create + root.resolve("one"))).contains("\u001b[2K");
    assertThat(onATerminal(create + root.resolve("two") + " 2>" + told)).doesNotContain("\u001b");
    assertThat(told).content().contains("done: ").doesNotContain("\u001b", "\r");
  }

  /** What a terminal shows while it runs. */
  private String onATerminal(String words) throws IOException, InterruptedException {
    ProcessBuilder plain = certwright(words);
    ProcessBuilder builder =
        new ProcessBuilder(
            "script", "--quiet", "--return", "--command", plain.command().getLast(), "/dev/null");
    builder.environment().putAll(plain.environment());
    builder.environment().put("SHELL", "/bin/bash");
    Process process = builder.start();
    process.getOutputStream().close();
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(shown).isZero();
    return shown;
  }

  /** Whether this Java was started so that Ctrl-C means nothing to it, nor to its children. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(mask -> (mask >> (SIGINT - 1) & 1) == 1);
  }

  @Test
  void interruptingTakesEverythingBackAndSaysSo() throws IOException, InterruptedException {
    assumeFalse(ignoresInterrupts(), "A shell started this in the background, without Ctrl-C.");
    Path temporary = Files.createDirectories(root.resolve("temporary"));
    ProcessBuilder builder = start(java(InterruptedChild.class), "demo --json");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isEqualTo(130);
    assertThat(printed).contains("\"state\":\"cancelled\"");
    assertThat(temporary).isEmptyDirectory();
    try (Stream<Path> journals = Files.list(root.resolve("state/certwright/journals"))) {
      assertThat(journals).isEmpty();
    }
  }
}
