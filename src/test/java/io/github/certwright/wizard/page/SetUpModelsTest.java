package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.Tool;
import io.github.certwright.wizard.page.DoneModel.Errand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tools are set up, and how it ended. */
final class SetUpModelsTest {
  private static final Path MAGICDRAW = Path.of("/opt/MagicDraw");

  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.at(services);
  private final TargetsModel tools = new TargetsModel(desk);
  private boolean left;

  @Test
  void toolsThatCanBeWrittenAreTickedAndPlanned() {
    tools.entered();
    assertThat(tools.rightsNeededProperty().get()).isFalse();
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
    assertThat(tools.rightsNeededProperty().get()).isTrue();
    tools.tools().choices().forEach(choice -> choice.chosenProperty().set(false));
    assertThat(tools.rightsNeededProperty().get()).isFalse();
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
    assertThat(installed.trusted()).isTrue();
    assertThat(installed.ownLists()).isFalse();
  }

  @Test
  void aToolOfUnknownVersionMayHaveAListOfItsOwn() throws Exception {
    tools.tools().addFolder(Path.of("/opt/Other"));
    assertThat(installed("installed").ownLists()).isTrue();
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
    assertThat(admin.trusted()).isFalse();
  }

  private InstalledModel installed(String state) throws Exception {
    services.setUp.toolState = state;
    tools.entered();
    leave();
    Cancellation never = new Cancellation();
    ReadPair pair =
        services.setUp.read(new PairSource.Kit(Path.of("/home/anna/client-kit.zip")), never);
    InstalledModel installed = new InstalledModel(desk, () -> Optional.of(pair));
    installed.ended(services.setUp.run(pair, tools.installs(), Progress.none(), never));
    return installed;
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
