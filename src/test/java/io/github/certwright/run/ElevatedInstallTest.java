package io.github.certwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.files.Snapshot;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.InstallOutcome;
import io.github.certwright.install.InstallOutcome.InstalledWithRights;
import io.github.certwright.install.InstallOutcome.NeedsAdminRights;
import io.github.certwright.install.InstallOutcome.RolledBack;
import io.github.certwright.install.InstalledState;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.RunReport.ToolReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the question to the copied pair, through a pretend pkexec and a real second process. */
class ElevatedInstallTest {
  @TempDir private Path temp;
  private AdminScene scene;
  private Path tool;

  @BeforeEach
  void setUp() throws Exception {
    scene = new AdminScene(temp);
    tool = scene.tool("Cameo Größe 工具 \"x\" 'y' $z");
  }

  private InstallOutcome ask(Cancellation cancellation) {
    try (ClientPair pair = scene.pair()) {
      List<InstallOutcome> outcomes =
          ElevatedInstall.here(scene.bench())
              .install(pair, List.of(AdminScene.waiting(tool)), cancellation);
      assertThat(outcomes).hasSize(1);
      return outcomes.getFirst();
    }
  }

  private InstallOutcome ask() {
    return ask(new Cancellation());
  }

  private void stillNeedsRights(InstallOutcome outcome, String key) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            NeedsAdminRights.class,
            rights -> {
              assertThat(rights.problem().key()).isEqualTo(key);
              assertThat(rights.command()).isEqualTo("sudo install");
            });
  }

  private InstalledState state() {
    return new CertsFolder(tool).state(Optional.of(scene.sample.fingerprint()));
  }

  @Test
  void thePairIsCopiedByASecondProcessAndReadBackByThisOne() throws Exception {
    Files.createDirectory(tool.resolve("certs"));
    Files.writeString(tool.resolve("certs/cert.jks"), "old store");
    scene.pkexec(
        "echo \"$@\" > '" + temp + "/asked'; ls -d \"$7\" > '" + temp + "/staged'; exec \"$@\"");

    InstallOutcome outcome = ask();

    assertThat(state()).isInstanceOf(InstalledState.ThisCertificate.class);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            InstalledWithRights.class,
            done -> {
              Path backup = done.changes().getFirst().backup().orElseThrow();
              assertThat(backup).hasContent("old store");
            });
    assertThat(temp.resolve("asked")).content().doesNotContain("client password");
    String staged = Files.readString(temp.resolve("staged")).strip();
    assertThat(staged).isNotEmpty();
    assertThat(Path.of(staged)).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "exit 126, install.admin.problem.declined",
    "exit 127, install.admin.problem.not-allowed",
    "echo 'execution error: User canceled. (-128)' >&2; exit 1, install.admin.problem.declined",
    "kill -9 $$, install.admin.problem.no-answer",
    "exit 0, install.admin.problem.no-answer",
  })
  void withoutRightsNothingChangesAndTheCommandForTheAdministratorStays(String end, String key)
      throws Exception {
    scene.pkexec("ls -d \"$7\" > '" + temp + "/staged'\n" + end);
    Map<String, String> before = Snapshot.of(temp.resolve("opt"));

    stillNeedsRights(ask(), key);

    assertThat(Snapshot.of(temp.resolve("opt"))).isEqualTo(before);
    assertThat(Path.of(Files.readString(temp.resolve("staged")).strip())).doesNotExist();
  }

  @Test
  void aComputerWithoutPkexecSaysSo() {
    assertThat(ElevatedInstall.here(scene.bench()).possible()).isFalse();

    stillNeedsRights(ask(), "install.admin.problem.no-way");
  }

  @Test
  void aPkexecThatCannotBeStartedSaysSo() throws Exception {
    scene.pkexec("");
    Files.writeString(scene.programs.resolve("pkexec"), "#!/no/such/shell\n");

    stillNeedsRights(ask(), "install.admin.problem.no-way");
  }

  @Test
  void successThatCannotBeReadBackIsNotReported() throws Exception {
    scene.pkexec(
        """
        printf '{"tool":"%s","targets":[],"backups":[],"key":"","args":[]}\\n' '%s'
        """
            .formatted("%s", tool.toString().replace("'", "'\\''").replace("\"", "\\\"")));

    assertThat(ask())
        .isInstanceOfSatisfying(
            RolledBack.class,
            back ->
                assertThat(back.problem().key()).isEqualTo("install.admin.problem.unconfirmed"));
  }

  @Test
  void whatTheCopyRefusesIsTold() throws Exception {
    Files.createSymbolicLink(tool.resolve("certs"), temp);
    scene.pkexec("exec \"$@\"");

    assertThat(ask())
        .isInstanceOfSatisfying(
            RolledBack.class,
            back -> assertThat(back.problem().key()).isEqualTo("install.problem.link"));
  }

  @Test
  void aStagedFileSwappedBehindTheQuestionIsTold() throws Exception {
    scene.pkexec("echo forged > \"$7/cert.jks\"; exec \"$@\"");

    assertThat(ask())
        .isInstanceOfSatisfying(
            RolledBack.class,
            back -> assertThat(back.problem().key()).isEqualTo("install.admin.problem.swapped"));
    assertThat(tool.resolve("certs")).doesNotExist();
  }

  @Test
  void cancellingWithdrawsTheQuestion() throws Exception {
    scene.pkexec("exec sleep 600");
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    stillNeedsRights(ask(cancellation), "install.admin.problem.no-answer");
  }

  @Test
  void theJobAsksOnceForAllToolsAndReportsThemInstalled() throws Exception {
    Path second = scene.tool("second");
    scene.pkexec("echo once >> '" + temp + "/asked'; exec \"$@\"");

    RunReport report = runJob(List.of(tool, second), true);

    assertThat(report.state()).isEqualTo(State.DONE);
    assertThat(report.tools()).extracting(ToolReport::state).containsOnly("installed");
    assertThat(report.steps())
        .extracting(Progress.StepReport::state)
        .containsOnly(Progress.State.DONE);
    assertThat(temp.resolve("asked")).content().isEqualTo("once\n");
  }

  @Test
  void theJobDoesNotAskUnlessItIsTold() throws Exception {
    scene.pkexec("echo once >> '" + temp + "/asked'; exec \"$@\"");

    RunReport report = runJob(List.of(tool), false);

    assertThat(report.state()).isEqualTo(State.NEEDS_ADMIN);
    assertThat(temp.resolve("asked")).doesNotExist();
  }

  @Test
  void aJobThatIsDeclinedEndsWithTheCommand() throws Exception {
    scene.pkexec("exit 126");

    RunReport report = runJob(List.of(tool), true);

    assertThat(report.state()).isEqualTo(State.NEEDS_ADMIN);
    assertThat(report.state().exitCode()).isEqualTo(4);
    assertThat(report.problems())
        .extracting(Problem::key)
        .containsExactly("install.admin.problem.declined", "run.install.admin");
  }

  private RunReport runJob(List<Path> tools, boolean asking) {
    InstallJob plain = new InstallJob(scene.bench(), Scene.quickTools().probe());
    InstallJob job = asking ? plain.askingAdmin(ElevatedInstall.here(scene.bench())) : plain;
    var installs = ((Checked.Good<List<PlannedInstall>>) job.plan(tools)).value();
    try (ReadPair pair =
            new ReadPair(scene.pair(), scene.sample.issued().certificate(), "", List.of());
        Finished finished =
            job.run(pair, installs, Optional.of(temp), Progress.none(), new Cancellation())) {
      return finished.report();
    }
  }
}
