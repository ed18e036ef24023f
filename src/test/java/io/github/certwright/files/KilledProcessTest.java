package io.github.certwright.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed, and two at once; each installs into two folders. */
class KilledProcessTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  private static final int KILLED = 128 + 9;

  @TempDir private Path temp;

  /** The process that is killed, or one of two that work at once. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      Path world = Path.of(args[0]);
      if (args[1].equals("kill")) {
        int operation = Integer.parseInt(args[2]);
        replace(FaultyDisk.killingAt(operation, operation % 2 == 0).disk(), world, "new");
        return;
      }
      int rounds = Integer.parseInt(args[3]);
      for (int i = 0; i < rounds; i++) {
        boolean done = false;
        while (!done) {
          done = tryReplace(world, args[2] + i);
        }
      }
    }

    private static boolean tryReplace(Path world, String content) throws ProblemException {
      try {
        replace(Disk.real(), world, content);
        return true;
      } catch (ProblemException e) {
        if (e.problem().key().equals("files.problem.in-use")) {
          return false;
        }
        throw e;
      }
    }
  }

  private static FileGroup pair(Path folder, String content) {
    return new FileGroup(
        folder,
        List.of(
            new NewFile(folder.resolve("cert.jks"), content.getBytes(UTF_8), Access.AS_FOLDER),
            new NewFile(folder.resolve("cert.pass"), content.getBytes(UTF_8), Access.AS_FOLDER)));
  }

  private static void replace(Disk disk, Path world, String content) throws ProblemException {
    List<FileGroup> pairs =
        Stream.of("certs", "more").map(name -> pair(world.resolve(name), content)).toList();
    try (FileTransaction transaction =
        FileTransaction.begin(disk, world.resolve("journals"), CLOCK)) {
      for (GroupOutcome outcome : transaction.writeGroups(pairs, Forcing.inTurn())) {
        if (outcome instanceof GroupOutcome.NotWritten not) {
          throw new ProblemException(not.problem());
        }
      }
      transaction.commit();
    }
  }

  private Path freshWorld(String name) throws IOException {
    Path certs = Files.createDirectories(temp.resolve(name).resolve("certs"));
    Path more = Files.createDirectory(temp.resolve(name).resolve("more"));
    Files.createDirectory(temp.resolve(name).resolve("journals"));
    for (Path folder : List.of(certs, more)) {
      Files.writeString(folder.resolve("cert.jks"), "old");
      Files.writeString(folder.resolve("cert.pass"), "old");
    }
    return temp.resolve(name);
  }

  private static List<String> command(Path world, String... what) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                world.toString()));
    command.addAll(List.of(what));
    return command;
  }

  @Test
  void aKilledInstallationIsOldAndOldOrNewAndNewAfterRecoveryWithNothingLeftOver()
      throws Exception {
    assertThat(kill(13)).isGreaterThan(4);
  }

  @Test
  @Tag("thorough")
  void anInstallationKilledAtAnyOperationIsOldAndOldOrNewAndNewAfterRecovery() throws Exception {
    assertThat(kill(1)).isGreaterThan(50);
  }

  /** Kills at every so many-th operation, and counts the kills. */
  private int kill(int stride) throws Exception {
    int kills = 0;
    FaultyDisk counting = FaultyDisk.counting();
    replace(counting.disk(), freshWorld("counting"), "new");
    int count = counting.operations().size();
    assertThat(count).isGreaterThan(35);
    int undone = 0;
    for (int i = 3; i < count; i += stride) {
      Path world = freshWorld("world" + i);
      Map<String, String> before = Snapshot.of(world);
      Programs.Ran ran = Programs.run(command(world, "kill", String.valueOf(i)));
      assertThat(ran.exitCode()).as(ran.output()).isEqualTo(KILLED);
      kills++;
      assertThat(world.resolve("certs/cert.jks")).exists();
      assertThat(world.resolve("more/cert.pass")).exists();
      Recovery.recover(Disk.real(), world.resolve("journals"));
      if (Snapshot.of(world).equals(before)) {
        undone++;
        continue;
      }
      for (String name : List.of("certs/", "more/")) {
        assertThat(world.resolve(name + "cert.jks")).as("killed at " + i).hasContent("new");
        assertThat(world.resolve(name + "cert.pass")).as("killed at " + i).hasContent("new");
      }
      assertThat(Snapshot.of(world)).as("killed at " + i).hasSize(4 + 2 * 4);
    }
    assertThat(undone).isPositive();
    return kills;
  }

  @Test
  void twoInstallersAtOnceNeverMixTheirPairs() throws Exception {
    twoAtOnce(40);
  }

  @Test
  @Tag("thorough")
  void twoInstallersAtOnceNeverMixTheirPairsInFiveHundredRounds() throws Exception {
    twoAtOnce(500);
  }

  private void twoAtOnce(int rounds) throws Exception {
    Path world = freshWorld("both");
    List<Process> both = new ArrayList<>();
    for (String name : List.of("A", "B")) {
      both.add(
          new ProcessBuilder(command(world, "rounds", name, String.valueOf(rounds)))
              .redirectErrorStream(true)
              .redirectOutput(temp.resolve(name + ".log").toFile())
              .start());
    }
    for (Process process : both) {
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue())
          .as(Files.readString(temp.resolve("A.log")) + Files.readString(temp.resolve("B.log")))
          .isZero();
    }
    for (Path folder : List.of(world.resolve("certs"), world.resolve("more"))) {
      assertPairs(folder, 2 * rounds + 1);
    }
    assertThat(world.resolve("journals")).isEmptyDirectory();
    assertThat(world.resolve("certs").resolve(FolderLock.NAME)).doesNotExist();
  }

  private static void assertPairs(Path folder, int count) throws IOException {
    List<Path> stores;
    try (Stream<Path> files = Files.list(folder)) {
      stores = files.filter(f -> f.getFileName().toString().startsWith("cert.jks")).toList();
    }
    assertThat(stores).hasSize(count);
    for (Path store : stores) {
      String pass = store.getFileName().toString().replace("cert.jks", "cert.pass");
      assertThat(store.resolveSibling(pass)).hasSameTextualContentAs(store);
    }
  }
}
