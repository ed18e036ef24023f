package io.github.certwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Access;
import io.github.certwright.files.Disk;
import io.github.certwright.files.FaultyDisk;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.Machine;
import io.github.certwright.files.NewFile;
import io.github.certwright.files.Snapshot;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Facts;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import io.github.certwright.tls.TlsLimits;
import io.github.certwright.tls.TlsProbe;
import io.github.certwright.wizard.Past;
import io.github.certwright.wizard.RecentJob;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard's doors to what was done before and to this computer's tools, on a real disk. */
class PastDoorTest {
  private static final SamplePair PAIR = SamplePair.make("tw.example.com", "Client-horse9");

  @TempDir private Path root;
  private Path tool;
  private Path store;
  private InstallDoor installs;
  private PastDoor past;

  /** Replaces two files and is killed on the way. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      Path certs = Path.of(args[1]);
      try (FileTransaction transaction =
          FileTransaction.begin(
              FaultyDisk.killingAt(Integer.parseInt(args[2]), true).disk(),
              Path.of(args[0]),
              Clock.system(ZoneOffset.UTC))) {
        transaction.writeAll(
            List.of(
                new NewFile(certs.resolve("cert.jks"), "new".getBytes(UTF_8), Access.AS_FOLDER),
                new NewFile(certs.resolve("cert.pass"), "new".getBytes(UTF_8), Access.AS_FOLDER)));
        transaction.commit();
      }
    }
  }

  @BeforeEach
  void setUp() throws Exception {
    tool = root.resolve("disk/MagicDraw 19.0");
    for (String folder : List.of("bin", "lib", "plugins", "certs")) {
      Files.createDirectories(tool.resolve(folder));
    }
    Files.writeString(tool.resolve("bin/magicdraw.properties"), "JAVA_HOME=\n");
    Files.writeString(tool.resolve("certs/cert.jks"), "old");
    Files.writeString(tool.resolve("certs/cert.pass"), "old");
    store = Files.write(root.resolve("cert.jks"), PAIR.store());
    Workbench bench =
        new Workbench(
            new Machine(
                Machine.OperatingSystem.LINUX,
                FileSystems.getDefault(),
                Map.of("PATH", root.toString()),
                root),
            Disk.real(),
            root.resolve("state/journals"),
            Clock.system(ZoneOffset.UTC),
            new SecureRandom(),
            Text.english());
    Duration second = Duration.ofSeconds(1);
    installs = new InstallDoor(bench, new TlsProbe(new TlsLimits(second, second)), Pins.inMemory());
    past = new PastDoor(bench);
  }

  @Test
  void aSetUpStandsInTheListWithItsEndAndIsTakenBackByteForByte() throws Exception {
    Map<String, String> before = Snapshot.of(root.resolve("disk"));
    String receipt = install().receipt().orElseThrow();
    RecentJob job = past.kept().getFirst();
    assertThat(job.receipt()).contains(receipt);
    assertThat(job.kind()).isEqualTo("install");
    assertThat(job.ends()).contains(PAIR.notAfter());
    assertThat(job.tools()).containsExactly(tool);
    Past.Undoing undoing = past.undoing(receipt);
    assertThat(undoing.steps()).hasSize(2).allMatch(s -> s.key().equals("run.undo.put-back.text"));
    assertThat(undoing.run(Progress.none()).state()).isEqualTo(RunReport.State.DONE);
    assertThat(Snapshot.of(root.resolve("disk"))).isEqualTo(before);
    assertThat(past.kept().getFirst().undone()).isPresent();
  }

  @Test
  void whatAKilledProgramLeftIsFoundPutRightAndTold() throws Exception {
    Path journals = Files.createDirectories(root.resolve("state/journals"));
    Programs.Ran killed =
        Programs.run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                journals.toString(),
                tool.resolve("certs").toString(),
                "30"));
    assertThat(killed.exitCode()).as(killed.output()).isEqualTo(128 + 9);
    assertThat(past.waiting()).extracting(Problem::key).containsExactly("run.recover.waiting");
    RunReport told = past.recover();
    assertThat(told.state()).isEqualTo(RunReport.State.DONE);
    assertThat(told.problems())
        .hasSize(1)
        .allMatch(one -> one.key().matches("run\\.recover\\.(kept|undone)"))
        .noneMatch(Problem::stops);
    assertThat(Files.readString(tool.resolve("certs/cert.jks")))
        .isEqualTo(Files.readString(tool.resolve("certs/cert.pass")));
    assertThat(past.waiting()).isEmpty();
    assertThat(past.recover().problems()).isEmpty();
  }

  @Test
  void anAdministratorFindsThePairAndTheCommandOnOnePage() throws Exception {
    assertThat(installs.mayAsk()).as("no pkexec here").isFalse();
    Path page = root.resolve("please.html");
    try (ReadPair pair = read()) {
      Path source = installs.forAdministrator(pair);
      assertThat(source.resolve("cert.jks")).hasSameBinaryContentAs(store);
      RunReport.ToolReport waiting =
          new RunReport.ToolReport("MagicDraw", "19.0", tool, "needs-admin");
      installs.saveInstructions(source, Facts.of(pair.certificate()), List.of(waiting), page);
      assertThat(page).content().contains(source.toString(), "MagicDraw 19.0", "sudo install");
    }
  }

  @Test
  void thePasswordBesideAKeystoreIsReadAndNothingElse() throws Exception {
    assertThat(installs.passwordBeside(store)).isEmpty();
    Files.writeString(root.resolve("cert.pass"), "Client-horse9\n");
    try (Secret found = installs.passwordBeside(store).orElseThrow();
        Secret wanted = Secret.ofText("Client-horse9")) {
      assertThat(found.sameAs(wanted)).isTrue();
    }
    Files.write(root.resolve("cert.pass"), new byte[10_000]);
    assertThat(installs.passwordBeside(store)).isEmpty();
  }

  private Ended install() throws Exception {
    if (!(installs.plan(List.of(tool)) instanceof Checked.Good<List<PlannedInstall>> good)) {
      throw new AssertionError("not planned");
    }
    try (ReadPair pair = read()) {
      Ended ended =
          installs.run(pair, good.value(), Rights.OWN, Progress.none(), new Cancellation());
      ended.close();
      return ended;
    }
  }

  private ReadPair read() throws Exception {
    try (Secret word = Secret.ofText(PAIR.word())) {
      return installs.read(new PairSource.Store(store, word), new Cancellation());
    }
  }
}
