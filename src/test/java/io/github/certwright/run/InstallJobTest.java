package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.check.HostPort;
import io.github.certwright.files.FaultyDisk;
import io.github.certwright.files.Snapshot;
import io.github.certwright.kit.ClientKit;
import io.github.certwright.kit.KitManifest;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.SamplePair;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallJobTest {
  private static final SamplePair PAIR = SamplePair.make("tw.example.com", "Client-horse9");

  @TempDir private Path root;

  private Scene scene;
  private InstallJob job;
  private Path store;

  @BeforeEach
  void setUp() throws IOException {
    scene = new Scene(root);
    job = new InstallJob(scene.bench(), Scene.quickTools().probe());
    store = root.resolve("cert.jks");
    Files.write(store, PAIR.store());
  }

  @AfterEach
  void tearDown() {
    scene.close();
  }

  private RunReport run(PairSource source, Progress progress) throws ProblemException {
    try (ReadPair pair = job.read(source, () -> false);
        Finished finished =
            job.run(pair, planned(), Optional.empty(), progress, scene.cancellation)) {
      return finished.report();
    }
  }

  private RunReport run(PairSource source) throws ProblemException {
    return run(source, Progress.none());
  }

  private List<PlannedInstall> planned() {
    return switch (job.plan(List.of(scene.tool))) {
      case Checked.Good<List<PlannedInstall>> good -> good.value();
      case Checked.Bad<List<PlannedInstall>> bad -> throw new AssertionError(bad.problems());
    };
  }

  private PairSource.Store source(String word) {
    return new PairSource.Store(store, Secret.ofText(word));
  }

  private PairSource certificate() throws Exception {
    Path file = root.resolve("certificate.cer");
    Files.write(file, PAIR.issued().certificate().getEncoded());
    return new PairSource.Certificate(file);
  }

  private String trusted() throws IOException {
    Path certs = scene.tool.resolve("certs");
    return Programs.run(
            List.of(
                Programs.keytools().getFirst(),
                "-list",
                "-keystore",
                certs.resolve("cert.jks").toString(),
                "-storepass",
                Files.readString(certs.resolve("cert.pass"))))
        .output();
  }

  @Test
  void aStoreWithItsPasswordIsInstalledAsItIs() throws Exception {
    RunReport report = run(source("Client-horse9"));

    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(scene.tool.resolve("certs/cert.jks")).hasBinaryContent(Files.readAllBytes(store));
    assertThat(trusted()).contains("trustedCertEntry", PAIR.fingerprint().withColons());
  }

  @Test
  void aCertificateBecomesAPairWithAPasswordOfItsOwn() throws Exception {
    assertThat(run(certificate()).state()).isEqualTo(State.DONE);
    assertThat(trusted()).contains("trustedCertEntry", PAIR.fingerprint().withColons());
  }

  @Test
  void askingTheServerInstallsOnlyWhatHasTheFingerprintGiven() throws Exception {
    HostPort where = new HostPort("127.0.0.1", scene.server.port());
    assertProblem(new PairSource.Ask(where, Optional.empty()), "run.trust.ask");
    assertProblem(new PairSource.Ask(where, Optional.of(PAIR.fingerprint())), "run.trust.changed");
    assertThat(scene.tool.resolve("certs")).doesNotExist();

    Fingerprint shown = scene.server.fingerprint();
    assertThat(run(new PairSource.Ask(where, Optional.of(shown))).state()).isEqualTo(State.DONE);
    assertThat(trusted()).contains(shown.withColons());
  }

  @ParameterizedTest
  @CsvSource({
    "wrong password, keystore.read.problem.wrongPassword",
    "server keystore, run.source.problem.key",
    "no keystore, keystore.read.problem.notAKeystore",
    "missing, run.source.problem.missing",
    "folder, run.source.problem.not-a-file"
  })
  void aSourceThatIsNotFitHasItsOwnProblem(String what, String key) throws IOException {
    switch (what) {
      case "server keystore" -> Files.write(store, PAIR.serverStore());
      case "no keystore" -> Files.writeString(store, "hello");
      case "missing" -> Files.delete(store);
      case "folder" -> {
        Files.delete(store);
        Files.createDirectory(store);
      }
      default -> {}
    }
    assertProblem(source(what.equals("wrong password") ? "else" : "Client-horse9"), key);
  }

  private void assertProblem(PairSource source, String key) {
    assertThatThrownBy(() -> job.read(source, () -> false))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
  }

  @Test
  void cancellingTakesEverythingBack() throws Exception {
    Map<String, String> before = Snapshot.of(scene.everything);

    RunReport report =
        run(
            source("Client-horse9"),
            new CreateJobTest.Listening() {
              @Override
              public void step(StepReport step) {
                scene.cancellation.cancel();
              }
            });

    assertThat(report.state()).isEqualTo(State.CANCELLED);
    assertThat(report.problems()).extracting(Problem::key).containsExactly("run.cancelled");
    assertThat(report.tools()).extracting(RunReport.ToolReport::state).containsExactly("undone");
    assertThat(Snapshot.of(scene.everything)).isEqualTo(before);
  }

  @Test
  void anAdministratorGetsACommandThatWorksAndNothingSecretIsLeft() throws Exception {
    PairSource source = certificate();
    Optional<String> command = Optional.empty();
    for (int at = 0; command.isEmpty(); at++) {
      scene.disk =
          FaultyDisk.failingAt(Set.of(at), false, () -> new AccessDeniedException("certs")).disk();
      try (ReadPair pair = job().read(source, () -> false);
          Finished finished = install(pair)) {
        RunReport report = finished.report();
        if (report.state() == State.NEEDS_ADMIN) {
          assertThat(report.problems())
              .extracting(Problem::key)
              .containsExactly("run.install.admin");
          command = Optional.of(String.valueOf(report.problems().getFirst().args().get(1)));
        } else {
          assertThat(finished.undo()).as("operation %s", at).isEmpty();
        }
      }
    }
    assertThat(scene.tool.resolve("certs")).doesNotExist();
    assertThat(Programs.run(List.of("sh", "-c", command.get().replace("sudo ", ""))).exitCode())
        .isZero();
    assertThat(trusted()).contains("trustedCertEntry", PAIR.fingerprint().withColons());
    assertThat(Snapshot.of(scene.home).keySet())
        .filteredOn(path -> path.contains("for-administrator") && path.contains("cert."))
        .hasSize(2);
  }

  private InstallJob job() {
    return new InstallJob(scene.bench(), Scene.quickTools().probe());
  }

  private Finished install(ReadPair pair) {
    return job().run(pair, planned(), Optional.empty(), Progress.none(), scene.cancellation);
  }

  @Test
  void whatToTypeAtTheLoginIsKnownFromEverySource() throws Exception {
    KitManifest manifest =
        new KitManifest(
            List.of("twcloud.example.com", "twcloud"),
            3579,
            PAIR.fingerprint(),
            PAIR.notAfter(),
            PAIR.notAfter());
    Path kit = root.resolve("client-kit.zip");
    Files.write(
        kit,
        ClientKit.write(
            manifest, PAIR.issued().certificate(), PAIR.store(), PAIR.password(), Text.english()));
    HostPort where = new HostPort("127.0.0.1", scene.server.port());
    Fingerprint shown = job.shown(where, () -> false);

    assertThat(shown).isEqualTo(scene.server.fingerprint());
    assertThat(server(new PairSource.Kit(kit))).isEqualTo("twcloud.example.com:3579");
    assertThat(server(source("Client-horse9"))).isEqualTo("tw.example.com");
    assertThat(server(certificate())).isEqualTo("tw.example.com");
    assertThat(server(new PairSource.Ask(where, Optional.of(shown))))
        .isEqualTo("127.0.0.1:" + scene.server.port());
  }

  private String server(PairSource source) throws ProblemException {
    try (ReadPair pair = job.read(source, () -> false)) {
      return pair.server();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2022x, true",
    "2022xR1, true",
    "2024x, true",
    "2026xR1, true",
    "'', true",
    "2021xR2, false",
    "2021x, false",
    "19.0 SP4, false",
    "18.5, false"
  })
  void toolsFrom2022xOnAndUnknownOnesMayKeepAListOfTheirOwn(String version, boolean may) {
    assertThat(new RunReport.ToolReport("MagicDraw", version, root, "installed").mayKeepOwnList())
        .isEqualTo(may);
  }

  @Test
  void aToolFolderThatIsNoneIsSaidBeforeAnythingIsRead() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "hello");
    Checked<List<PlannedInstall>> planned =
        job.plan(List.of(root.resolve("none"), file, scene.tool));

    assertThat(planned).isInstanceOf(Checked.Bad.class);
    assertThat(planned.problems()).hasSize(2);
  }
}
