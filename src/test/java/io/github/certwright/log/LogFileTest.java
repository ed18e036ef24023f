package io.github.certwright.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because a process has one set of loggers and one standard error. */
@Isolated
class LogFileTest {
  @TempDir private Path root;

  private final Logger top = Logger.getLogger("");
  private final List<Handler> before = List.of(top.getHandlers());
  private final Level levelBefore = top.getLevel();
  private Path state;

  @BeforeEach
  void install() {
    state = root.resolve("deep").resolve("state");
    LogFile.install(state);
  }

  @AfterEach
  void putBack() {
    Stream.of(top.getHandlers()).forEach(top::removeHandler);
    before.forEach(top::addHandler);
    top.setLevel(levelBefore);
    Logger.getLogger("io.github.certwright").setLevel(null);
  }

  private String log() throws IOException {
    return Files.readString(state.resolve(LogFile.NAME));
  }

  @Test
  void nothingIsMadeUntilThereIsSomethingToTell() {
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void theFileAndItsFolderAreTheirOwnersAlone() throws IOException {
    Logger.getLogger("io.github.certwright.some").warning("Something.");

    assertThat(mode(state)).isEqualTo("rwx------");
    assertThat(mode(state.resolve(LogFile.NAME))).isEqualTo("rw-------");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void exceptionsAreNamedButNeverQuoted() throws IOException {
    System.getLogger("io.github.certwright.some")
        .log(
            System.Logger.Level.ERROR,
            "Unexpected",
            new IOException("hunter2", new IllegalStateException("hunter2 again")));

    assertThat(log())
        .contains("SEVERE io.github.certwright.some Unexpected")
        .contains("java.io.IOException", "java.lang.IllegalStateException", "    at ")
        .doesNotContain("hunter2");
  }

  @Test
  void whatLooksLikeASecretIsReplaced() throws IOException {
    Logger log = Logger.getLogger("io.github.certwright.some");
    log.warning("password=hunter2 and Authorization: Basic aHVudGVyMg== and Token hunter2");
    log.warning("key " + "MIIEvQIBADANBgkqhkiG".repeat(8));
    log.log(Level.WARNING, "password: {0}", "hunter2");

    assertThat(log()).doesNotContain("hunter2", "aHVudGVyMg", "MIIEvQIB").contains("•••");
  }

  @Test
  void argumentsOfOtherPeoplesMessagesAreNotWritten() throws IOException {
    Logger.getLogger("com.example.library").log(Level.WARNING, "Refused header {0}", "hunter2");

    assertThat(log()).contains("Refused header {0}").doesNotContain("hunter2");
  }

  @Test
  void oneEntryCannotPretendToBeTwo() throws IOException {
    Logger.getLogger("io.github.certwright.some").warning("one\n2026-11-21T00:00:00Z INFO forged");

    assertThat(log().lines()).hasSize(1);
  }

  @Test
  void threeFilesAreKeptAndNoMore() throws IOException {
    Logger log = Logger.getLogger("io.github.certwright.some");
    String much = "word ".repeat(60_000);
    for (int i = 0; i < 16; i++) {
      log.warning(much);
    }

    try (Stream<Path> files = Files.list(state)) {
      List<Path> all = files.sorted().toList();
      assertThat(all)
          .extracting(path -> path.getFileName().toString())
          .containsExactly("certwright.log", "certwright.log.1", "certwright.log.2");
      assertThat(all).allMatch(path -> path.toFile().length() <= 1024 * 1024);
    }
  }

  @Test
  void aStateFolderThatCannotBeMadeOnlyMeansNoLog() throws IOException {
    Files.writeString(root.resolve("deep"), "a file is in the way");

    assertThatCode(() -> Logger.getLogger("io.github.certwright.some").warning("Something."))
        .doesNotThrowAnyException();
    assertThat(Files.readString(root.resolve("deep"))).isEqualTo("a file is in the way");
  }

  @Test
  void nothingIsPrintedOnTheTerminal() {
    assertThat(top.getHandlers()).hasSize(1).allMatch(LogFile.class::isInstance);
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      top.getHandlers()[0].publish(new LogRecord(Level.SEVERE, "Something."));
    } finally {
      System.setErr(err);
    }
    assertThat(printed.size()).isZero();
  }
}
