package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.certwright.plan.Plan.Step;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tools are set up, and how it ended. */
final class SetUpModelsTest {
  private static final Path MAGICDRAW = Path.of("/opt/MagicDraw");

  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.at(services);
  private Optional<ReadPair> pair = Optional.empty();
  private final TargetsModel tools = new TargetsModel(desk, () -> pair);
  private boolean left;

  @Test
  void toolsThatCanBeWrittenAreTickedAndPlanned() {
    tools.entered();
    assertThat(tools.rights().toolsProperty().get()).isEmpty();
    leave();
    assertThat(left).isTrue();
    assertThat(tools.installs()).hasSize(2);
    assertThat(services.asked).containsExactly("plan");
  }

  @Test
  void whereNoneCanBeWrittenAllAreTickedAndRightsAreSpokenOf() {
    services.tools = List.of(tool(MAGICDRAW, false), tool(Path.of("/opt/Cameo"), false));
    tools.entered();
    assertThat(tools.tools().answer()).hasSize(2);
    assertThat(tools.rights().toolsProperty().get()).hasSize(2);
    tools.tools().choices().forEach(choice -> choice.chosenProperty().set(false));
    assertThat(tools.rights().toolsProperty().get()).isEmpty();
    assertThat(tools.tools().answer()).isEmpty();
  }

  @Test
  void noToolIsAProblemAndTickingOneMendsIt() {
    services.tools = List.of();
    tools.entered();
    assertThat(tools.shown()).isEmpty();
    leave();
    assertThat(left).isFalse();
    assertThat(tools.shown()).extracting(Problem::key).containsExactly("tools.problem.none");
    tools.tools().addFolder(Path.of("/opt/Other"));
    assertThat(tools.shown())
        .extracting(Problem::key)
        .containsExactly("install.problem.not-a-tool");
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void aFolderThatIsGoneIsSaidBesideTheTools() {
    tools.entered();
    services.setUp.planProblems =
        List.of(Problem.of("where.tools", "install.problem.missing", MAGICDRAW));
    leave();
    assertThat(left).isFalse();
    assertThat(tools.leavingProperty().get()).isFalse();
    assertThat(tools.shown()).extracting(Problem::field).containsExactly("where.tools");
    tools.tools().choices().getFirst().chosenProperty().set(false);
    assertThat(tools.blockedProperty().get()).isFalse();
  }

  @Test
  void whatToTypeAtTheLoginComesFromWhatWasRead() throws Exception {
    InstalledModel installed = installed("installed");
    assertThat(installed.server()).isEqualTo("twcloud.example.com:3579");
    assertThat(installed.trusting()).hasSize(2);
    assertThat(installed.ownLists()).isEmpty();
  }

  @Test
  void aToolOfUnknownVersionMayHaveAListOfItsOwn() throws Exception {
    tools.tools().addFolder(Path.of("/opt/Other"));
    assertThat(installed("installed").ownLists())
        .extracting(ToolReport::path)
        .containsExactly(Path.of("/opt/Other"));
  }

  @Test
  void undoPutsTheToolsBackOnceAndSaysSo() throws Exception {
    InstalledModel installed = installed("installed");
    assertThat(installed.mayUndo()).isTrue();
    installed.undo();
    assertThat(services.asked).contains("undo");
    assertThat(installed.errandProperty().get()).isEqualTo(new Errand.Undone());
    installed.close();
    installed.close();
    assertThat(services.asked).containsOnlyOnce("close");
  }

  @Test
  void whereNothingWasChangedThereIsNothingToUndo() throws Exception {
    assertThat(installed("already-there").mayUndo()).isFalse();
    InstalledModel admin = installed("needs-admin");
    assertThat(admin.mayUndo()).isFalse();
    assertThat(admin.trusting()).isEmpty();
    assertThat(admin.waiting()).hasSize(2);
  }

  @Test
  void rightsAreAskedForOnlyWhenThePersonSaysSoAndTheComputerCan() {
    services.tools = List.of(tool(MAGICDRAW, false));
    tools.entered();
    assertThat(tools.rights().possibleProperty().get()).isTrue();
    assertThat(tools.rights().answer()).isEqualTo(Rights.OWN);
    leave();
    List<Step> steps = InstallJob.steps(tools.installs());
    assertThat(tools.rights().promised(steps))
        .extracting(Step::key)
        .containsExactly("review.rights.none");
    tools.rights().askProperty().set(true);
    assertThat(tools.rights().answer()).isEqualTo(Rights.ADMINISTRATOR);
    assertThat(tools.rights().promised(steps))
        .extracting(Step::key)
        .containsExactly("plan.install.new", "review.rights.ask");
    tools.tools().choices().getFirst().chosenProperty().set(false);
    assertThat(tools.rights().answer()).isEqualTo(Rights.OWN);
  }

  @Test
  void whereTheComputerCannotAskNobodyIsOfferedThat() {
    services.setUp.mayAsk = false;
    services.tools = List.of(tool(MAGICDRAW, false));
    tools.entered();
    tools.rights().askProperty().set(true);
    assertThat(tools.rights().answer()).isEqualTo(Rights.OWN);
  }

  @Test
  void theAdministratorsInstructionsAreSavedBeforeAnythingIsStarted() throws Exception {
    services.tools = List.of(tool(MAGICDRAW, false), tool(Path.of("/opt/Cameo"), true));
    tools.entered();
    tools.tools().choices().forEach(choice -> choice.chosenProperty().set(true));
    assertThat(tools.rights().maySave()).isFalse();
    pair = Optional.of(read());
    assertThat(tools.rights().maySave()).isTrue();
    tools.rights().save(Path.of("/home/anna/please.html"));
    assertThat(services.asked)
        .containsSubsequence(
            "forAdministrator",
            "saveInstructions"
                + " /home/anna/.local/state/certwright/for-administrator/certs 1 please.html");
    assertThat(tools.rights().errandProperty().get()).isInstanceOf(Errand.Done.class);
  }

  @Test
  void aSetUpIsRememberedForTheStartPageAndMarkedWhenItIsUndone() throws Exception {
    InstalledModel installed = installed("installed");
    assertThat(desk.settings().current().history())
        .extracting(PastJob::kind, PastJob::server, PastJob::receipt)
        .containsExactly(tuple(PastJob.INSTALL, "twcloud.example.com", "20261121-110000-000-bbbb"));
    installed.undo();
    assertThat(desk.settings().current().history())
        .extracting(PastJob::undone)
        .containsExactly(Optional.of(FakeServices.NOW));
  }

  @Test
  void aSetUpThatChangedNothingIsNotRemembered() throws Exception {
    installed("already-there");
    installed("needs-admin");
    assertThat(desk.settings().current().history()).isEmpty();
  }

  private InstalledModel installed(String state) throws Exception {
    services.setUp.toolState = state;
    tools.entered();
    leave();
    Cancellation never = new Cancellation();
    ReadPair read = read();
    InstalledModel installed = new InstalledModel(desk, () -> Optional.of(read));
    installed.ended(services.setUp.run(read, tools.installs(), Rights.OWN, Progress.none(), never));
    return installed;
  }

  private ReadPair read() throws Exception {
    return services.setUp.read(
        new PairSource.Kit(Path.of("/home/anna/client-kit.zip")), new Cancellation());
  }

  private static Tool tool(Path folder, boolean writable) {
    return new Tool(
        folder, "MagicDraw", "19.0", true, writable, Tool.Installed.NOTHING, Optional.empty());
  }

  private void leave() {
    left = false;
    tools.tryToLeave(() -> left = true);
  }
}
