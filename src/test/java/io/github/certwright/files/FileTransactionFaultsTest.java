package io.github.certwright.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of a replacing transaction is made to fail, in turn. */
class FileTransactionFaultsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  @TempDir Path temp;
  private Path world;
  private Path journals;
  private int round;

  private static IOException noSpace() {
    return new FileSystemException("x", null, "No space left on device");
  }

  @BeforeEach
  void setUp() throws Exception {
    freshWorld();
  }

  private void freshWorld() throws Exception {
    world = Files.createDirectory(temp.resolve("world" + round));
    journals = temp.resolve("state" + round).resolve("journals");
    round++;
    Path certs = Files.createDirectories(world.resolve("tool/certs"));
    old(certs.resolve("cert.jks"), "old store", "rw-r--r--");
    old(certs.resolve("cert.pass"), "old password", "rw-r-----");
    old(certs.resolve("other.txt"), "not ours", "rw-------");
  }

  private static void old(Path file, String content, String mode) throws Exception {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
  }

  private void job(FileTransaction transaction) throws ProblemException {
    Path certs = world.resolve("tool/certs");
    Path out = world.resolve("made/out");
    Path beside = world.resolve("made/beside");
    transaction.makeFolders(List.of(out, beside), Access.OWNER_ONLY);
    transaction.write(out.resolve("KeyStore.jks"), "key".getBytes(UTF_8), Access.OWNER_ONLY);
    transaction.writeAll(
        List.of(
            new NewFile(certs.resolve("cert.jks"), "new store".getBytes(UTF_8), Access.AS_FOLDER),
            new NewFile(
                certs.resolve("cert.pass"), "new password".getBytes(UTF_8), Access.AS_FOLDER),
            new NewFile(beside.resolve("cert.cer"), "new one".getBytes(UTF_8), Access.AS_FOLDER)));
    transaction.commit();
  }

  private void jobToTheEnd(FaultyDisk disk) throws ProblemException {
    FileTransaction transaction = FileTransaction.begin(disk.disk(), journals, CLOCK);
    job(transaction);
    transaction.close();
  }

  private int operations() throws Exception {
    FaultyDisk counting = FaultyDisk.counting();
    try (FileTransaction transaction = FileTransaction.begin(counting.disk(), journals, CLOCK)) {
      job(transaction);
    }
    return counting.operations().size();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whicheverOperationFailsTheFoldersAreAsBeforeOrWhollyNew(boolean afterEffect)
      throws Exception {
    int count = operations();
    assertThat(count).isGreaterThan(50);
    for (int i = 0; i < count; i++) {
      freshWorld();
      Map<String, String> before = Snapshot.of(world);
      FaultyDisk faulty =
          FaultyDisk.failingAt(Set.of(i), afterEffect, FileTransactionFaultsTest::noSpace);
      try (FileTransaction transaction = FileTransaction.begin(faulty.disk(), journals, CLOCK)) {
        job(transaction);
      } catch (ProblemException e) {
        assertThat(Recovery.recover(new RealDisk(), journals))
            .flatExtracting(Recovery.Recovered::problems)
            .isEmpty();
        assertThat(Snapshot.of(world)).as(at(faulty, i)).isEqualTo(before);
        assertNoJournal(faulty, i);
        continue;
      }
      Recovery.recover(new RealDisk(), journals);
      assertNew(at(faulty, i));
      assertNoJournal(faulty, i);
    }
  }

  @Test
  void aSecondFailureWhileUndoingIsReportedAndRecoveryFinishesTheUndoing() throws Exception {
    int count = operations();
    int reported = 0;
    for (int i = 8; i < count; i += 4) {
      for (int j = i + 1; j < i + 25; j += 3) {
        freshWorld();
        Map<String, String> before = Snapshot.of(world);
        FaultyDisk faulty =
            FaultyDisk.failingAt(Set.of(i, j), false, FileTransactionFaultsTest::noSpace);
        boolean failed = false;
        List<Problem> problems = List.of();
        try (FileTransaction transaction = FileTransaction.begin(faulty.disk(), journals, CLOCK)) {
          try {
            job(transaction);
          } catch (ProblemException e) {
            failed = true;
            problems = transaction.rollback();
          }
        } catch (ProblemException e) {
          failed = true;
        }
        reported += problems.isEmpty() ? 0 : 1;
        Recovery.recover(new RealDisk(), journals);
        if (failed) {
          assertThat(Snapshot.of(world)).as(at(faulty, i) + " " + j).isEqualTo(before);
        } else {
          assertNew(at(faulty, i) + " " + j);
        }
        assertNoJournal(faulty, i);
      }
    }
    assertThat(reported).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCrashAtAnyOperationLeavesOldAndOldOrNewAndNewAfterRecovery(boolean afterEffect)
      throws Exception {
    int count = operations();
    int kept = 0;
    int undone = 0;
    for (int i = 0; i < count; i++) {
      freshWorld();
      Map<String, String> before = Snapshot.of(world);
      FaultyDisk crashing = FaultyDisk.crashingAt(i, afterEffect);
      try {
        jobToTheEnd(crashing);
      } catch (FaultyDisk.Crash e) {
        assertOriginalsNeverMissing();
      }
      assertThat(Recovery.recover(new RealDisk(), journals))
          .flatExtracting(Recovery.Recovered::problems)
          .isEmpty();
      if (Snapshot.of(world).equals(before)) {
        undone++;
      } else {
        assertNew(at(crashing, i));
        kept++;
      }
      assertNoJournal(crashing, i);
    }
    assertThat(undone).isGreaterThan(40);
    assertThat(kept).isPositive();
  }

  @Test
  void aCrashWhileRecoveringIsRecoveredFromToo() throws Exception {
    int count = operations();
    for (int i = 20; i < count; i += 7) {
      int at = i;
      for (int j = 0; j < 40; j += 3) {
        freshWorld();
        Map<String, String> before = Snapshot.of(world);
        assertThatExceptionOfType(FaultyDisk.Crash.class)
            .isThrownBy(() -> jobToTheEnd(FaultyDisk.crashingAt(at, true)));
        try {
          Recovery.recover(FaultyDisk.crashingAt(j, true).disk(), journals);
        } catch (FaultyDisk.Crash e) {
          assertOriginalsNeverMissing();
        }
        Recovery.recover(new RealDisk(), journals);
        if (!Snapshot.of(world).equals(before)) {
          assertNew("crash at " + i + " and " + j);
        }
        assertThat(journals).isEmptyDirectory();
      }
    }
  }

  @Test
  void aPowerCutFindsOnTheMediumWhatTheNextActReliesOn() throws Exception {
    PowerCutDisk watched = new PowerCutDisk();
    try (FileTransaction transaction = FileTransaction.begin(watched.disk(), journals, CLOCK)) {
      job(transaction);
    }
    assertNew("done");
    assertThat(watched.commits()).isOne();
  }

  @Test
  void committedChangesCanStillBeTakenBackByteForByte() throws Exception {
    Map<String, String> before = Snapshot.of(world);
    try (FileTransaction transaction = FileTransaction.begin(new RealDisk(), journals, CLOCK)) {
      job(transaction);
      assertNew("committed");
      assertThat(transaction.rollback()).isEmpty();
    }
    assertThat(Snapshot.of(world)).isEqualTo(before);
    assertThat(journals).isEmptyDirectory();
  }

  @Test
  void anInterruptedThreadStillUndoesEverything() throws Exception {
    Map<String, String> before = Snapshot.of(world);
    FileTransaction transaction = FileTransaction.begin(new RealDisk(), journals, CLOCK);
    transaction.write(
        world.resolve("tool/certs/cert.jks"), "new".getBytes(UTF_8), Access.AS_FOLDER);
    Thread.currentThread().interrupt();
    try (transaction) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(
              () ->
                  transaction.write(
                      world.resolve("tool/certs/cert.pass"),
                      "new".getBytes(UTF_8),
                      Access.AS_FOLDER));
      assertThat(transaction.rollback()).isEmpty();
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Snapshot.of(world)).isEqualTo(before);
    assertThat(journals).isEmptyDirectory();
  }

  private void assertOriginalsNeverMissing() {
    assertThat(world.resolve("tool/certs/cert.jks")).isRegularFile();
    assertThat(world.resolve("tool/certs/cert.pass")).isRegularFile();
  }

  private void assertNew(String when) {
    Path certs = world.resolve("tool/certs");
    assertThat(certs.resolve("cert.jks")).as(when).hasContent("new store");
    assertThat(certs.resolve("cert.pass")).as(when).hasContent("new password");
    assertThat(world.resolve("made/out/KeyStore.jks")).as(when).hasContent("key");
    assertThat(Snapshot.of(world).keySet())
        .as(when)
        .containsExactlyInAnyOrder(
            "",
            "made",
            "made/beside",
            "made/beside/cert.cer",
            "made/out",
            "made/out/KeyStore.jks",
            "tool",
            "tool/certs",
            "tool/certs/cert.jks",
            "tool/certs/cert.jks.backup-20261121-201455",
            "tool/certs/cert.pass",
            "tool/certs/cert.pass.backup-20261121-201455",
            "tool/certs/other.txt");
  }

  private void assertNoJournal(FaultyDisk disk, int i) {
    if (Files.exists(journals)) {
      assertThat(journals).as(at(disk, i)).isEmptyDirectory();
    }
  }

  private static String at(FaultyDisk disk, int i) {
    return "operation " + i + " of " + disk.operations();
  }
}
