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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, really killed, and two at once. The system property {@code test.kill.stride} = 1
 * kills at every operation instead of every seventh.
 */
class KilledProcessTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T20:14:55Z"), ZoneOffset.UTC);
  private static final int KILLED = 128 + 9;
  private static final int ROUNDS = 40;

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
      for (int i = 0; i < ROUNDS; i++) {
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

  private static void replace(Disk disk, Path world, String content) throws ProblemException {
    Path certs = world.resolve("certs");
    try (FileTransaction transaction =
        FileTransaction.begin(disk, world.resolve("journals"), CLOCK)) {
      transaction.writeAll(
          List.of(
              new NewFile(certs.resolve("cert.jks"), content.getBytes(UTF_8), Access.AS_FOLDER),
              new NewFile(certs.resolve("cert.pass"), content.getBytes(UTF_8), Access.AS_FOLDER)));
      transaction.commit();
    }
  }

  private Path freshWorld(String name) throws IOException {
    Path certs = Files.createDirectories(temp.resolve(name).resolve("certs"));
    Files.createDirectory(temp.resolve(name).resolve("journals"));
    Files.writeString(certs.resolve("cert.jks"), "old");
    Files.writeString(certs.resolve("cert.pass"), "old");
    return temp.resolve(name);
  }

  private static List<String> command(Path world, String how, String what) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        world.toString(),
        how,
        what);
  }

  @Test
  void aKilledInstallationIsOldAndOldOrNewAndNewAfterRecoveryWithNothingLeftOver()
      throws Exception {
    FaultyDisk counting = FaultyDisk.counting();
    replace(counting.disk(), freshWorld("counting"), "new");
    int count = counting.operations().size();
    assertThat(count).isGreaterThan(35);
    int undone = 0;
    for (int i = 3; i < count; i += Integer.getInteger("test.kill.stride", 7)) {
      Path world = freshWorld("world" + i);
      Map<String, String> before = Snapshot.of(world);
      Programs.Ran ran = Programs.run(command(world, "kill", String.valueOf(i)));
      assertThat(ran.exitCode()).as(ran.output()).isEqualTo(KILLED);
      assertThat(world.resolve("certs/cert.jks")).exists();
      assertThat(world.resolve("certs/cert.pass")).exists();
      Recovery.recover(Disk.real(), world.resolve("journals"));
      if (Snapshot.of(world).equals(before)) {
        undone++;
        continue;
      }
      assertThat(world.resolve("certs/cert.jks")).as("killed at " + i).hasContent("new");
      assertThat(world.resolve("certs/cert.pass")).as("killed at " + i).hasContent("new");
      assertThat(Snapshot.of(world)).as("killed at " + i).hasSize(3 + 4);
    }
    assertThat(undone).isPositive();
  }

  @Test
  void twoInstallersAtOnceNeverMixTheirPairs() throws Exception {
    Path world = freshWorld("both");
    List<Process> both = new ArrayList<>();
    for (String name : List.of("A", "B")) {
      both.add(
          new ProcessBuilder(command(world, "rounds", name))
              .redirectErrorStream(true)
              .redirectOutput(temp.resolve(name + ".log").toFile())
              .start());
    }
    for (Process process : both) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue())
          .as(Files.readString(temp.resolve("A.log")) + Files.readString(temp.resolve("B.log")))
          .isZero();
    }
    List<Path> stores;
    try (Stream<Path> files = Files.list(world.resolve("certs"))) {
      stores = files.filter(f -> f.getFileName().toString().startsWith("cert.jks")).toList();
    }
    assertThat(stores).hasSize(2 * ROUNDS + 1);
    for (Path store : stores) {
      String pass = store.getFileName().toString().replace("cert.jks", "cert.pass");
      assertThat(store.resolveSibling(pass)).hasSameTextualContentAs(store);
    }
    assertThat(world.resolve("journals")).isEmptyDirectory();
    assertThat(world.resolve("certs").resolve(FolderLock.NAME)).doesNotExist();
  }
}
