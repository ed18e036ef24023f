package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Disk;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Trusted;
import io.github.certwright.text.Text;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.Computer;
import io.github.certwright.trust.Programs;
import io.github.certwright.trust.TrustStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several stores in one go: a Debian computer with a Java. */
class TrustJobTest {
  private static final Programs.Ended FINE = new Programs.Ended(0, "", "");

  @TempDir Path folder;
  private Computer computer;
  private Workbench bench;
  private TrustJob job;
  private Path anchors;
  private Path cacerts;
  private Anchor root;
  private boolean programWorks = true;

  @BeforeEach
  void prepare() throws IOException {
    computer = Computer.linux(folder, "ID=debian").with("update-ca-certificates", this::bundle);
    anchors = Files.createDirectories(computer.root.resolve("usr/local/share/ca-certificates"));
    Files.createDirectories(computer.root.resolve("etc/ssl/certs"));
    cacerts = folder.resolve("java/lib/security/cacerts");
    Files.createDirectories(cacerts.getParent());
    Files.copy(Path.of(System.getProperty("java.home"), "lib/security/cacerts"), cacerts);
    computer.variable("JAVA_HOME", folder.resolve("java").toString());
    root = new Anchor(Trusted.root("Example Root").certificate());
    start();
  }

  private void start() {
    bench =
        new Workbench(
            computer.machine(),
            Disk.real(),
            computer.home.resolve("journals"),
            Clock.systemUTC(),
            new SecureRandom(),
            Text.english());
    job = new TrustJob(bench, computer.tools());
  }

  private Programs.Ended bundle(List<String> words) throws IOException {
    if (!programWorks) {
      return new Programs.Ended(1, "", "no");
    }
    List<String> lines = new ArrayList<>();
    try (Stream<Path> all = Files.list(anchors)) {
      for (Path file : all.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    Files.write(computer.root.resolve("etc/ssl/certs/ca-certificates.crt"), lines);
    return FINE;
  }

  private TrustStores stores() {
    return job.stores(List.of(), Secret.empty());
  }

  private List<String> states() {
    return states(job.status(stores(), root.fingerprint(), Optional.of(root)));
  }

  private static List<String> states(RunReport report) {
    return report.trust().stores().stream().map(StoreReport::state).toList();
  }

  private Finished install() {
    return job.install(root, stores(), Progress.none(), new Cancellation());
  }

  @Test
  void allStoresAreChangedToldAndTakenBackAnotherDay() throws ProblemException {
    assertThat(states()).containsExactly("not-there", "not-there");
    try (Finished finished = install()) {
      assertThat(finished.report().state()).isEqualTo(State.DONE);
      assertThat(states(finished.report())).containsExactly("installed", "installed");
      assertThat(finished.mayUndo()).isTrue();
    }
    assertThat(states()).containsExactly("trusted", "trusted");

    UndoJob undo = new UndoJob(bench, job);
    PastRun past = undo.last().orElseThrow();
    UndoPlan plan = undo.plan(past);
    assertThat(past.job()).isEqualTo("trust");
    assertThat(past.fingerprint()).contains(root.fingerprint());
    assertThat(plan.acts()).isTrue();
    assertThat(plan.steps().toString()).contains("trust.kind.debian").doesNotContain("[debian]");
    RunReport report = undo.run(plan, Progress.none());

    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(states()).containsExactly("not-there", "not-there");
    assertThat(undo.last()).as("it is done with").isEmpty();
  }

  @Test
  void aRemovalIsTakenBackAlsoWhenTheCertificatesFileIsGone() throws ProblemException {
    install().close();
    try (Finished removed =
        job.remove(root.fingerprint(), stores(), Progress.none(), new Cancellation())) {
      assertThat(states(removed.report())).containsExactly("removed", "removed");
      assertThat(states()).containsExactly("not-there", "not-there");
    }

    UndoJob undo = new UndoJob(bench, job);
    RunReport report = undo.run(undo.plan(undo.last().orElseThrow()), Progress.none());

    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(states()).containsExactly("trusted", "trusted");
  }

  @Test
  void anUndoAtOnceForgetsTheReceipt() throws ProblemException {
    try (Finished finished = install()) {
      assertThat(finished.undo()).isEmpty();
    }

    assertThat(states()).containsExactly("not-there", "not-there");
    assertThat(new UndoJob(bench, job).list()).isEmpty();
  }

  @Test
  void oneFailingDoesNotStopTheOthers() {
    programWorks = false;

    try (Finished finished = install()) {
      assertThat(finished.report().state()).isEqualTo(State.PARTLY);
      assertThat(states(finished.report())).containsExactly("failed", "installed");
      assertThat(finished.report().problems())
          .extracting(Problem::key)
          .contains("trust.anchors.problem.program");
    }
    programWorks = true;
    assertThat(states()).containsExactly("not-there", "trusted");
    try (Finished again = install()) {
      assertThat(states(again.report())).containsExactly("installed", "already-there");
      assertThat(again.report().state()).isEqualTo(State.DONE);
    }
  }

  @Test
  void whereAllFailEverythingIsAsBefore() throws IOException {
    programWorks = false;
    Files.writeString(cacerts, "rubbish");

    try (Finished finished = install()) {
      assertThat(finished.report().state()).isEqualTo(State.FAILED);
      assertThat(finished.report().state().exitCode()).isEqualTo(1);
      assertThat(finished.mayUndo()).isFalse();
    }
  }

  @Test
  void withoutRightsTheCommandCanBeRunAsItStands() throws IOException {
    computer.forbid(anchors);
    start();

    RunReport report;
    try (Finished finished = install()) {
      report = finished.report();
    }

    assertThat(report.state()).isEqualTo(State.NEEDS_ADMIN);
    assertThat(report.state().exitCode()).isEqualTo(4);
    assertThat(states(report)).containsExactly("needs-admin", "installed");
    String command = report.trust().stores().getFirst().command();
    assertThat(command)
        .startsWith("sudo install -D -m 644 ")
        .endsWith("&& sudo update-ca-certificates");
    io.github.certwright.testing.Programs.Ran ran =
        io.github.certwright.testing.Programs.run(
            List.of(
                "sh",
                "-c",
                command.replace("sudo ", "").replace("update-ca-certificates", "true")));
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    assertThat(anchors.resolve(root.label() + ".crt")).hasBinaryContent(root.pem());
    Files.delete(anchors.resolve(root.label() + ".crt"));
    install().close();
    assertThat(computer.home.resolve("for-administrator"))
        .as("asked twice, staged once")
        .isDirectoryContaining("glob:**.crt")
        .satisfies(it -> assertThat(it.toFile().list()).hasSize(1));
  }

  @Test
  void aCancelledRunIsTakenBack() {
    Cancellation cancellation = new Cancellation();
    Progress afterTheFirst =
        new Progress() {
          @Override
          public void planned(List<io.github.certwright.plan.Plan.Step> steps) {
            assertThat(steps).hasSize(2);
          }

          @Override
          public void step(StepReport report) {
            if (report.state() == Progress.State.DONE) {
              cancellation.cancel();
            }
          }

          @Override
          public void fraction(String stepId, double fraction) {
            assertThat(fraction).isNotNegative();
          }
        };

    try (Finished finished = job.install(root, stores(), afterTheFirst, cancellation)) {
      assertThat(finished.report().state()).isEqualTo(State.CANCELLED);
      assertThat(states(finished.report())).containsExactly("undone");
    }
    assertThat(states()).containsExactly("not-there", "not-there");
  }

  @Test
  void whenTheTrustingIsCancelledTheInstallationBeforeItIsTakenBackToo() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    List<String> undone = new ArrayList<>();
    Finished tools =
        new Finished(
            new RunReport(
                State.DONE,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new RunReport.ToolReport("MagicDraw", "", folder, "installed")),
                false,
                Optional.empty(),
                List.of()),
            () -> {
              undone.add("tools");
              return List.of();
            },
            () -> undone.add("closed"),
            Optional.empty());

    try (Finished both = tools.and(job.install(root, stores(), Progress.none(), cancellation))) {
      assertThat(both.report().state()).isEqualTo(State.CANCELLED);
      assertThat(both.report().tools()).allMatch(tool -> tool.state().equals("undone"));
      assertThat(both.mayUndo()).isFalse();
    }
    assertThat(undone).containsExactly("tools", "closed");
    assertThat(states()).containsExactly("not-there", "not-there");
  }

  @Test
  void aCertificateIsReadWithWarningsAndEachWrongFileHasItsReason() throws IOException {
    Path ended = Trusted.ended().pemIn(folder, "ended.crt");
    Trusted authority = Trusted.root("Example Root");
    Path issued = authority.issue().pemIn(folder, "issued.crt");
    Path two =
        Files.writeString(
            folder.resolve("two.pem"), authority.pem() + Trusted.root("Another").pem());

    assertThat(keys(ended)).containsExactly("trust.certificate.warning.expired");
    assertThat(keys(issued)).containsExactly("trust.certificate.warning.issued");
    assertThat(keys(two)).containsExactly("trust.certificate.problem.several");
    assertThat(keys(Files.writeString(folder.resolve("a.txt"), "hello")))
        .containsExactly("trust.certificate.problem.none");
    assertThat(keys(cacerts)).containsExactly("trust.certificate.problem.none");
    assertThat(keys(folder)).containsExactly("trust.certificate.problem.not-a-file");
    assertThat(keys(folder.resolve("gone.crt")))
        .containsExactly("trust.certificate.problem.unreadable");
    assertThat(job.read(issued)).isInstanceOf(Checked.Good.class);
    assertThat(job.read(two)).isInstanceOf(Checked.Bad.class);
  }

  private List<String> keys(Path file) {
    return job.read(file).problems().stream().map(Problem::key).toList();
  }
}
