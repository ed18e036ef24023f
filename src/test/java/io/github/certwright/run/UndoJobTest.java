package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.certwright.files.Content;
import io.github.certwright.files.Disk;
import io.github.certwright.files.FaultyDisk;
import io.github.certwright.files.Snapshot;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.SamplePair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that are undone when the program that did them has long ended. */
class UndoJobTest {
  private static final SamplePair ONE = SamplePair.make("one.example.com", "Client-horse1");
  private static final SamplePair TWO = SamplePair.make("two.example.com", "Client-horse2");

  @TempDir private Path root;
  private Scene scene;
  private Path second;

  @BeforeEach
  void setUp() throws IOException {
    scene = new Scene(root);
    scene.upload = false;
    second = scene.tool.resolveSibling("MagicDraw 19.0");
    for (String folder : List.of("bin", "lib", "plugins")) {
      Files.createDirectories(second.resolve(folder));
    }
    Files.writeString(second.resolve("bin/magicdraw.properties"), "JAVA_HOME=\n");
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  private UndoJob undo() {
    return new UndoJob(scene.bench());
  }

  private Map<String, String> everything() {
    return Snapshot.of(scene.everything);
  }

  private RunReport create() {
    try (Finished finished = scene.run(Progress.none())) {
      return finished.report();
    }
  }

  private RunReport install(SamplePair sample) throws Exception {
    Path store = root.resolve("cert.jks");
    Files.write(store, sample.store());
    InstallJob job = new InstallJob(scene.bench(), Scene.quickTools().probe());
    if (!(job.plan(List.of(scene.tool, second))
        instanceof Checked.Good<List<PlannedInstall>> good)) {
      throw new AssertionError("not planned");
    }
    try (Secret word = Secret.ofText(sample.word());
        ReadPair pair = job.read(new PairSource.Store(store, word), () -> false);
        Finished finished =
            job.run(pair, good.value(), Optional.of(root), Progress.none(), scene.cancellation)) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
      return finished.report();
    }
  }

  private RunReport undoLast() throws ProblemException {
    UndoJob job = undo();
    return job.run(job.plan(job.last().orElseThrow()), Progress.none());
  }

  private static List<String> keys(List<Problem> problems) {
    return problems.stream().map(Problem::key).toList();
  }

  @Test
  void aCreatedConnectionIsUndoneByteForByte() throws Exception {
    scene.olderFilesAreThere();
    Map<String, String> before = everything();
    create();
    PastRun run = undo().last().orElseThrow();
    assertThat(run.job()).isEqualTo("create");
    assertThat(run.server()).isEqualTo("localhost");
    assertThat(run.folder()).contains(scene.files);
    assertThat(run.tools()).containsExactly(scene.tool);
    assertThat(run.fingerprint()).isPresent();

    Map<String, String> made = everything();
    UndoPlan plan = undo().plan(run);
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.steps()).hasSizeGreaterThan(7);
    assertThat(everything()).as("planning reads only").isEqualTo(made);

    RunReport report = undo().run(plan, Progress.none());
    assertThat(report.problems()).isEmpty();
    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(report.steps()).allMatch(step -> step.state() == Progress.State.DONE);
    assertThat(everything()).isEqualTo(before);
    assertThat(undo().last()).isEmpty();
    assertThat(undo().list().getFirst().undone()).isPresent();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> undo().plan(undo().list().getFirst()))
        .satisfies(e -> assertThat(e.problem().key()).isEqualTo("run.undo.problem.already"));
  }

  @Test
  void installationsAreUndoneOneAfterTheOtherBackToTheFirstState() throws Exception {
    Map<String, String> nothing = everything();
    install(ONE);
    Map<String, String> one = everything();
    install(TWO);
    assertThat(undo().list())
        .extracting(PastRun::server)
        .containsExactly("two.example.com", "one.example.com");

    assertThat(undoLast().tools())
        .extracting(RunReport.ToolReport::path)
        .containsExactlyInAnyOrder(scene.tool, second);
    assertThat(everything()).isEqualTo(one);
    assertThat(undoLast().state()).isEqualTo(State.DONE);
    assertThat(everything()).isEqualTo(nothing);
  }

  @Test
  void anEarlierInstallationIsNotUndoneUnderALaterOne() throws Exception {
    install(ONE);
    install(TWO);
    Map<String, String> before = everything();
    UndoJob job = undo();
    RunReport report = job.run(job.plan(job.list().getLast()), Progress.none());

    assertThat(report.state()).isEqualTo(State.FAILED);
    assertThat(keys(report.problems())).containsOnly("run.undo.problem.changed");
    assertThat(everything()).isEqualTo(before);
    assertThat(undo().list()).allMatch(run -> run.undone().isEmpty());
  }

  @Test
  void aFileSomebodyChangedIsLeftAloneTogetherWithItsPartner() throws Exception {
    install(ONE);
    byte[] older = Files.readAllBytes(second.resolve("certs/cert.jks"));
    install(TWO);
    Path pass = scene.tool.resolve("certs/cert.pass");
    Files.writeString(pass, "edited by hand");
    Map<String, String> edited = Snapshot.of(scene.tool);
    RunReport report = undoLast();

    assertThat(report.state()).isEqualTo(State.PARTLY);
    assertThat(keys(report.problems()))
        .containsExactlyInAnyOrder("run.undo.problem.changed", "run.undo.problem.together");
    assertThat(Snapshot.of(scene.tool)).isEqualTo(edited);
    assertThat(second.resolve("certs/cert.jks")).hasBinaryContent(older);
    assertThat(undo().last()).as("it can be tried again").isPresent();

    Files.write(pass, TWO.password());
    assertThat(undoLast().state()).isEqualTo(State.DONE);
    assertThat(scene.tool.resolve("certs/cert.jks")).hasBinaryContent(older);
  }

  @Test
  void aBackupThatIsGoneIsSaid() throws Exception {
    install(ONE);
    install(TWO);
    try (Stream<Path> files = Files.list(scene.tool.resolve("certs"))) {
      for (Path file : files.filter(f -> f.toString().contains("jks.backup")).toList()) {
        Files.delete(file);
      }
    }
    assertThat(keys(undo().plan(undo().last().orElseThrow()).problems()))
        .containsExactlyInAnyOrder("run.undo.problem.backup", "run.undo.problem.together");
  }

  @Test
  void whatAServerWasSentStaysButTheToolsAreUndone() throws Exception {
    scene.upload = true;
    create();
    Map<String, String> files = Snapshot.of(scene.files);
    RunReport report = undoLast();

    assertThat(report.state()).isEqualTo(State.PARTLY);
    assertThat(keys(report.problems())).containsExactly("run.undo.problem.sent");
    assertThat(Snapshot.of(scene.files)).isEqualTo(files);
    assertThat(scene.tool.resolve("certs")).doesNotExist();
    assertThat(undo().last()).isEmpty();
  }

  @Test
  void aKeystoreSentLaterStaysToo() throws Exception {
    create();
    byte[] keystore = Files.readAllBytes(scene.files.resolve("KeyStore.jks"));
    assertThat(new JobReceipts(scene.bench()).sent(Content.sha256(keystore))).isEmpty();

    assertThat(undo().last().orElseThrow().sent()).isTrue();
    assertThat(keys(undo().plan(undo().last().orElseThrow()).problems()))
        .containsExactly("run.undo.problem.sent");
  }

  @Test
  void whatWasUndoneAtOnceLeavesNoReceipt() throws Exception {
    try (Finished finished = scene.run(Progress.none())) {
      assertThat(undo().last()).isPresent();
      assertThat(finished.undo()).isEmpty();
    }
    assertThat(undo().list()).isEmpty();
  }

  @Test
  void receiptsHoldNoSecretAndAreTheirOwnersAlone() throws Exception {
    create();
    Path receipts = scene.home.resolve("receipts");
    for (String described : Snapshot.of(receipts).values()) {
      assertThat(described).startsWith("rw").doesNotContain("rw-r");
    }
    Path receipt;
    try (Stream<Path> files = Files.list(receipts)) {
      receipt = files.findFirst().orElseThrow();
    }
    assertThat(Files.readString(receipt, StandardCharsets.US_ASCII).lines())
        .extracting(line -> line.split(" ", -1)[0])
        .containsOnly("note", "part", "folder", "fresh", "end");
  }

  @Test
  @Tag("thorough")
  void theOldestReceiptsAreForgottenAndTheirBackupsStay() throws Exception {
    for (int i = 0; i < 52; i++) {
      install(i % 2 == 0 ? ONE : TWO);
    }
    assertThat(undo().list()).hasSize(50);
    try (Stream<Path> files = Files.list(scene.tool.resolve("certs"))) {
      assertThat(files).hasSize(2 + 2 * 51);
    }
  }

  @Test
  void aCrashWhileUndoingIsFinishedByTheNextStart() throws Exception {
    assertThat(crashes(11)).isPositive();
  }

  @Test
  @Tag("thorough")
  void aCrashAtAnyMomentOfAnUndoIsFinishedByTheNextStart() throws Exception {
    assertThat(crashes(1)).isGreaterThan(20);
  }

  /** Counts the crashes after which recovery had something to say. */
  private int crashes(int stride) throws Exception {
    install(ONE);
    Map<String, String> old = everything();
    int repaired = 0;
    boolean crashed = true;
    for (int at = 0; crashed; at += stride) {
      scene.disk = Disk.real();
      install(TWO);
      Plan.Step first = undo().plan(undo().last().orElseThrow()).steps().getFirst();
      assertThat(first.key()).isEqualTo("run.undo.put-back.text");
      Map<String, String> made = everything();
      scene.disk = FaultyDisk.crashingAt(at, at % 2 == 0).disk();
      crashed = false;
      try {
        undoLast();
      } catch (FaultyDisk.Crash _) {
        crashed = true;
      }
      scene.disk = Disk.real();
      RunReport report = new RecoverJob(scene.bench()).run();
      assertThat(report.state()).as("crash at %s: %s", at, report).isEqualTo(State.DONE);
      repaired += report.problems().isEmpty() ? 0 : 1;
      assertThat(everything()).as("crash at %s", at).isIn(old, made);
      if (undo().last().filter(run -> run.server().equals("two.example.com")).isPresent()) {
        assertThat(undoLast().state()).as("crash at %s", at).isEqualTo(State.DONE);
      }
      assertThat(everything()).as("crash at %s", at).isEqualTo(old);
    }
    return repaired;
  }
}
