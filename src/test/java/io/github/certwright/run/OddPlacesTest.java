package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.files.Disk;
import io.github.certwright.files.Machine;
import io.github.certwright.files.Snapshot;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import io.github.certwright.tls.TlsProbe;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools in folders and on disks that are not the usual ones. */
class OddPlacesTest {
  private static final SamplePair PAIR = SamplePair.make("tw.example.com", "Client-horse9");
  private static final byte[] STORE = PAIR.store();

  @TempDir private Path root;
  private PairSource source;

  @BeforeEach
  void aStore() throws IOException {
    Path store = Files.write(root.resolve("cert.jks"), STORE);
    source = new PairSource.Store(store, Secret.ofText("Client-horse9"));
  }

  private static Path tool(Path folder) throws IOException {
    for (String part : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(folder.resolve("bin/csm.properties"), "JAVA_HOME=\n");
    Files.createDirectory(folder.resolve("certs"));
    Files.writeString(folder.resolve("certs/cert.jks"), "old store");
    Files.writeString(folder.resolve("certs/cert.pass"), "old password");
    return folder;
  }

  private Finished install(Path tool, Disk disk) throws Exception {
    Workbench bench =
        new Workbench(
            new Machine(Machine.OperatingSystem.LINUX, FileSystems.getDefault(), Map.of(), root),
            disk,
            root.resolve("journals"),
            Clock.system(ZoneOffset.UTC),
            new SecureRandom(),
            Text.english());
    InstallJob job = new InstallJob(bench, new TlsProbe());
    List<PlannedInstall> plan =
        switch (job.plan(List.of(tool))) {
          case Checked.Good<List<PlannedInstall>> good -> good.value();
          case Checked.Bad<List<PlannedInstall>> bad -> throw new AssertionError(bad.problems());
        };
    try (ReadPair pair = job.read(source, () -> false)) {
      return job.run(pair, plan, Optional.empty(), Progress.none(), new Cancellation());
    }
  }

  private void assertInstalledAndUndone(Path tool) throws Exception {
    Map<String, String> before = Snapshot.of(tool);
    try (Finished finished = install(tool, Disk.real())) {
      assertThat(finished.report().state()).isEqualTo(RunReport.State.DONE);
      assertThat(tool.resolve("certs/cert.jks")).hasBinaryContent(STORE);
      assertThat(tool.resolve("certs/cert.pass")).hasContent("Client-horse9");
      assertThat(finished.undo()).isEmpty();
    }
    assertThat(Snapshot.of(tool)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cameo Systems Modeler 2024x  (two  spaces)",
        "Übungsgerät/Werkzeugä",
        "日本語/モデリング 工具",
        "it's \"quoted\" & $HOME; %PATH% `x`",
      })
  void aToolIsInstalledIntoWhateverItsFolderIsCalled(String name) throws Exception {
    assertInstalledAndUndone(tool(root.resolve(name)));
  }

  @Test
  void aPathOfFarMoreThan260CharactersIsNoObstacle() throws Exception {
    Path folder = root;
    for (int i = 0; i < 6; i++) {
      folder = folder.resolve("ein langer Ordnername ".repeat(5).strip() + i);
    }
    assertThat(folder.toString()).hasSizeGreaterThan(600);
    assertInstalledAndUndone(tool(folder));
  }

  @Test
  void aToolOnAnotherFileSystemIsInstalledLikeAnyOther() throws Exception {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(root)),
        "needs a second file system");
    Path folder = Files.createTempDirectory(memory, "certwright-test-");
    try {
      Path tool = tool(folder.resolve("tool"));
      assertInstalledAndUndone(tool);
    } finally {
      Disk disk = Disk.real();
      for (String name : Snapshot.of(folder).keySet().stream().toList().reversed()) {
        disk.delete(folder.resolve(name));
      }
    }
  }

  /** What a file system answers to an act, and the sentence that must be said. */
  enum Refusal {
    SHARE_WITHOUT_ATOMIC_RENAME("files.problem.no-atomic-move"),
    CROSS_DEVICE("files.problem.no-atomic-move"),
    FULL("files.problem.full"),
    READ_ONLY("files.problem.read-only");

    private final String key;

    Refusal(String key) {
      this.key = key;
    }

    private void meet(String act) throws IOException {
      switch (this) {
        case SHARE_WITHOUT_ATOMIC_RENAME -> {
          if (act.equals("link")) {
            throw new FileSystemException("x", null, "Operation not supported");
          }
          if (act.equals("move")) {
            throw new AtomicMoveNotSupportedException("x", "y", "not supported");
          }
        }
        case CROSS_DEVICE -> {
          if (Set.of("move", "link").contains(act)) {
            throw new AtomicMoveNotSupportedException("x", "y", "Invalid cross-device link");
          }
        }
        case FULL -> {
          if (act.equals("write")) {
            throw new FileSystemException("x", null, "No space left on device");
          }
        }
        case READ_ONLY -> {
          if (act.startsWith("create")) {
            throw new FileSystemException("x", null, "Read-only file system");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiskThatRefusesIsExplainedAndEverythingIsAsBefore(Refusal refusal) throws Exception {
    Path tool = tool(root.resolve("tool"));
    Map<String, String> before = Snapshot.of(tool);

    try (Finished finished = install(tool, refusing(tool, refusal))) {
      RunReport report = finished.report();
      assertThat(report.state()).isEqualTo(RunReport.State.FAILED);
      assertThat(report.problems()).extracting(Problem::key).contains(refusal.key);
      Problem said =
          report.problems().stream().filter(p -> p.key().equals(refusal.key)).findFirst().get();
      assertThat(Text.english().problem(said).next()).isNotBlank();
    }
    assertThat(Snapshot.of(tool)).isEqualTo(before);
    assertThat(root.resolve("journals")).isEmptyDirectory();
  }

  private static Disk refusing(Path below, Refusal refusal) {
    Disk real = Disk.real();
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (_, method, args) -> {
              if (args != null && args[0] instanceof Path path && path.startsWith(below)) {
                refusal.meet(method.getName());
              }
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
