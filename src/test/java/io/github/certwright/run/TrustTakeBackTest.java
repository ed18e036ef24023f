package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.certwright.files.Disk;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import io.github.certwright.text.Text;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.Computer;
import io.github.certwright.trust.TrustStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that a browser's database had before, without trust; certutil is the judge. */
class TrustTakeBackTest {
  @TempDir Path folder;
  private Computer computer;
  private Path database;
  private Workbench bench;
  private TrustJob job;
  private Trusted root;

  @BeforeEach
  void aDatabaseThatMetTheCertificateOnItsWay() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/certutil")),
        "certutil (libnss3-tools) is not installed");
    computer = Computer.linux(folder, "ID=debian").withReal("certutil");
    database = Files.createDirectories(computer.home.resolve(".pki/nssdb"));
    certutil("-N", "--empty-password");
    root = Trusted.root("Example Root");
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

  private String certutil(String act, String... more) {
    List<String> words = new ArrayList<>(List.of("certutil", act, "-d", "sql:" + database));
    words.addAll(List.of(more));
    Programs.Ran ran = Programs.run(words);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output();
  }

  private void meet(String name, String flags) throws IOException {
    certutil("-A", "-t", flags, "-n", name, "-i", root.pemIn(folder, "root.pem").toString());
  }

  private Finished install() {
    TrustStores stores = job.stores(List.of("chromium"), Secret.empty());
    return job.install(new Anchor(root.certificate()), stores, Progress.none(), new Cancellation());
  }

  private RunReport undoAnotherDay() throws ProblemException {
    UndoJob undo = new UndoJob(bench, job);
    UndoPlan plan = undo.plan(undo.last().orElseThrow());
    assertThat(plan.steps())
        .extracting(step -> step.key())
        .containsExactly("run.trust.restore.text");
    return undo.run(plan, Progress.none());
  }

  @Test
  void itsEarlierTrustComesBackAndItDoesNotVanish() throws Exception {
    meet("met on the way", ",C,");
    String before = certutil("-L");
    install().close();
    assertThat(certutil("-L")).containsPattern("met on the way +C,,");

    RunReport report = undoAnotherDay();

    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(report.trust().stores())
        .extracting(StoreReport::state)
        .containsExactly("there-without-trust");
    assertThat(certutil("-L")).isEqualTo(before);
    assertThat(new UndoJob(bench, job).last()).isEmpty();
  }

  @Test
  void oneWithoutAnyTrustStaysWithoutAny() throws Exception {
    meet("met on the way", ",,");
    String before = certutil("-L");
    install().close();

    assertThat(undoAnotherDay().state()).isEqualTo(State.DONE);

    assertThat(certutil("-L")).isEqualTo(before);
  }

  @Test
  void anUndoAtOnceGivesItBackAsWell() throws Exception {
    meet("met on the way", ",,");
    String before = certutil("-L");
    try (Finished finished = install()) {
      assertThat(finished.undo()).isEmpty();
    }

    assertThat(certutil("-L")).isEqualTo(before);
  }

  @Test
  void whatSomebodyTookOutSinceStaysOut() throws Exception {
    meet("met on the way", ",,");
    install().close();
    certutil("-D", "-n", "met on the way");

    assertThat(undoAnotherDay().state()).isEqualTo(State.DONE);

    assertThat(certutil("-L")).doesNotContain("met on the way");
  }

  @Test
  void withoutTheRightToWriteTheCommandThatGivesItBackIsSaid() throws Exception {
    meet("met on the way", ",C,");
    install().close();
    computer.forbid(database);

    RunReport report = undoAnotherDay();

    assertThat(report.state()).isEqualTo(State.NEEDS_ADMIN);
    assertThat(report.trust().stores().getFirst().command())
        .contains("certutil -M")
        .contains(",C,", "met on the way");
  }

  @Test
  void anotherCertificateOfTheSameNameIsNotTakenForIt() throws Exception {
    Path other = Trusted.root("Example Root").pemIn(folder, "other.pem");
    certutil("-A", "-t", ",,", "-n", "the old root", "-i", other.toString());
    String before = certutil("-L");
    install().close();

    UndoJob undo = new UndoJob(bench, job);
    undo.run(undo.plan(undo.last().orElseThrow()), Progress.none());

    assertThat(certutil("-L")).isEqualTo(before);
  }
}
