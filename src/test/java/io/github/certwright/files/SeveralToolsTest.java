package io.github.certwright.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pairs of several folders in one transaction; every operation is made to fail, in turn. */
class SeveralToolsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  private static final List<String> TOOLS = List.of("first", "second", "third");

  @TempDir private Path temp;
  private Path world;
  private Path journals;
  private int round;

  /** What operating systems answer, and the sentence that each must get. */
  enum Refusal {
    ENOSPC("full"),
    EIO("broken-disk"),
    EACCES("no-right"),
    EXDEV("no-atomic-move"),
    EBUSY("locked");

    private final String key;

    Refusal(String key) {
      this.key = "files.problem." + key;
    }

    private IOException failure() {
      return switch (this) {
        case ENOSPC -> new FileSystemException("x", null, "No space left on device");
        case EIO -> new FileSystemException("x", null, "Input/output error");
        case EACCES -> new AccessDeniedException("x");
        case EXDEV -> new AtomicMoveNotSupportedException("x", "y", "Invalid cross-device link");
        case EBUSY -> new FileSystemException("x", null, "Device or resource busy");
      };
    }
  }

  private void freshWorld() throws IOException {
    world = Files.createDirectory(temp.resolve("world" + round));
    journals = temp.resolve("state" + round).resolve("journals");
    round++;
    for (String tool : TOOLS) {
      Files.createDirectory(world.resolve(tool));
    }
    for (String tool : TOOLS.subList(1, 3)) {
      Path certs = Files.createDirectory(certs(tool));
      Files.writeString(certs.resolve("cert.jks"), "old " + tool);
      Files.writeString(certs.resolve("cert.pass"), "old " + tool);
    }
    Files.writeString(certs("third").resolve("notes.txt"), "mine");
  }

  private Path certs(String tool) {
    return world.resolve(tool).resolve("certs");
  }

  private List<FileGroup> groups() {
    byte[] content = "new".getBytes(UTF_8);
    return TOOLS.stream()
        .map(
            tool ->
                new FileGroup(
                    certs(tool),
                    List.of(
                        new NewFile(certs(tool).resolve("cert.jks"), content, Access.AS_FOLDER),
                        new NewFile(certs(tool).resolve("cert.pass"), content, Access.AS_FOLDER))))
        .toList();
  }

  private List<GroupOutcome> write(Disk disk) throws ProblemException {
    try (FileTransaction transaction = FileTransaction.begin(disk, journals, CLOCK)) {
      List<GroupOutcome> outcomes = transaction.writeGroups(groups(), Forcing.inTurn());
      transaction.commit();
      return outcomes;
    }
  }

  private Map<String, Map<String, String>> tools() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    TOOLS.forEach(tool -> all.put(tool, Snapshot.of(world.resolve(tool))));
    return all;
  }

  private void assertNew(String tool, String when) {
    assertThat(certs(tool).resolve("cert.jks")).as(when).hasContent("new");
    assertThat(certs(tool).resolve("cert.pass")).as(when).hasContent("new");
    int names = tool.equals("first") ? 4 : tool.equals("second") ? 6 : 7;
    assertThat(Snapshot.of(world.resolve(tool))).as(when).hasSize(names);
  }

  private int operations() throws Exception {
    freshWorld();
    FaultyDisk counting = FaultyDisk.counting();
    assertThat(write(counting.disk())).hasOnlyElementsOfType(GroupOutcome.Written.class);
    TOOLS.forEach(tool -> assertNew(tool, "no failure"));
    return counting.operations().size();
  }

  @ParameterizedTest
  @EnumSource
  void aToolThatFailsIsAsBeforeAndTheOthersAreNew(Refusal refusal) throws Exception {
    assertThat(refuse(refusal, 7)).as("failures of one tool alone").isGreaterThan(4);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("thorough")
  void whicheverOperationFailsItsToolIsAsBeforeAndTheOthersAreNew(Refusal refusal)
      throws Exception {
    assertThat(refuse(refusal, 1)).as("failures of one tool alone").isGreaterThan(60);
  }

  private int refuse(Refusal refusal, int stride) throws Exception {
    int count = operations();
    assertThat(count).isGreaterThan(90);
    int alone = 0;
    for (int i = refusal.key.length() % stride; i < count; i += stride) {
      for (boolean afterEffect : new boolean[] {false, true}) {
        alone += refused(refusal, i, afterEffect) ? 1 : 0;
      }
    }
    return alone;
  }

  /** Whether exactly one tool failed and the others did not. */
  private boolean refused(Refusal refusal, int i, boolean afterEffect) throws Exception {
    freshWorld();
    Map<String, Map<String, String>> before = tools();
    FaultyDisk faulty = FaultyDisk.failingAt(Set.of(i), afterEffect, refusal::failure);
    String when = refusal + " at " + i + " " + faulty.operations();
    int failed = 0;
    try {
      List<GroupOutcome> outcomes = write(faulty.disk());
      Recovery.recover(new RealDisk(), journals);
      for (int t = 0; t < TOOLS.size(); t++) {
        String tool = TOOLS.get(t);
        if (outcomes.get(t) instanceof GroupOutcome.NotWritten not) {
          failed++;
          // A second name that was made and refused all the same is found where none was expected.
          assertThat(not.problem().key())
              .as(when)
              .isIn(refusal.key, afterEffect ? "files.problem.appeared" : refusal.key);
          assertThat(not.leftBehind()).as(when).isEmpty();
          assertThat(tools().get(tool)).as(when).isEqualTo(before.get(tool));
        } else {
          assertNew(tool, when);
        }
      }
      assertThat(failed).as(when).isLessThanOrEqualTo(1);
    } catch (ProblemException e) {
      assertThat(e.problem().key()).as(when).isIn(refusal.key, "files.problem.journal");
      Recovery.recover(new RealDisk(), journals);
      assertThat(tools()).as(when).isEqualTo(before);
    }
    if (Files.exists(journals)) {
      assertThat(journals).as(when).isEmptyDirectory();
    }
    return failed == 1;
  }

  @Test
  void aCrashLeavesEveryToolAsBeforeOrEveryToolNew() throws Exception {
    assertThat(crash(3)).isGreaterThanOrEqualTo(1);
  }

  @Test
  @Tag("thorough")
  void aCrashAtAnyOperationLeavesEveryToolAsBeforeOrEveryToolNew() throws Exception {
    assertThat(crash(1)).isGreaterThanOrEqualTo(3);
  }

  /**
   * Crashes at every so many-th operation and counts the crashes after which the new pairs stay.
   */
  private int crash(int stride) throws Exception {
    int count = operations();
    int kept = 0;
    for (int i = 0; i < count; i += stride) {
      for (boolean afterEffect : new boolean[] {false, true}) {
        freshWorld();
        Map<String, Map<String, String>> before = tools();
        try {
          write(FaultyDisk.crashingAt(i, afterEffect).disk());
        } catch (FaultyDisk.Crash _) {
          TOOLS.subList(1, 3).forEach(tool -> assertThat(certs(tool)).isNotEmptyDirectory());
        }
        Recovery.recover(new RealDisk(), journals);
        if (!tools().equals(before)) {
          kept++;
          for (String tool : TOOLS) {
            assertNew(tool, "crash at " + i);
          }
        }
      }
    }
    assertThat(kept).isLessThan(count);
    return kept;
  }

  @Test
  void aToolThatCouldNotBePutBackAtOnceIsPutBackByRecoveryAlthoughTheOthersStay() throws Exception {
    assertThat(failTwice(7)).isPositive();
  }

  @Test
  @Tag("thorough")
  void anyTwoFailuresLeaveEveryToolOldOrNewAfterRecovery() throws Exception {
    assertThat(failTwice(1)).isGreaterThan(50);
  }

  /** Counts the times in which something was left behind for recovery. */
  private int failTwice(int stride) throws Exception {
    int count = operations();
    int left = 0;
    for (int i = 10; i < count; i += stride) {
      for (int j = i + 1; j < i + 16; j += stride) {
        freshWorld();
        Map<String, Map<String, String>> before = tools();
        FaultyDisk faulty = FaultyDisk.failingAt(Set.of(i, j), false, Refusal.EIO::failure);
        try {
          for (GroupOutcome outcome : write(faulty.disk())) {
            left +=
                outcome instanceof GroupOutcome.NotWritten not && !not.leftBehind().isEmpty()
                    ? 1
                    : 0;
          }
        } catch (ProblemException _) {
          left += 0;
        }
        Recovery.recover(new RealDisk(), journals);
        for (String tool : TOOLS) {
          if (!tools().get(tool).equals(before.get(tool))) {
            assertNew(tool, "failures at " + i + " and " + j);
          }
        }
      }
    }
    return left;
  }
}
