package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.ReadPair;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which modeling tools of this computer get the certificate. */
public final class TargetsModel extends PageModel {
  static final String TOOLS = "where.tools";

  private final Desk desk;
  private final ToolsModel tools;
  private final RightsModel rights;
  private boolean ticked;
  private List<PlannedInstall> installs = List.of();

  /**
   * @param pair what is to be installed
   */
  public TargetsModel(Desk desk, Supplier<Optional<ReadPair>> pair) {
    super("tools.page");
    this.desk = desk;
    rights = new RightsModel(desk, pair);
    tools = new ToolsModel(desk, this::chosen, this::refused);
  }

  public ToolsModel tools() {
    return tools;
  }

  /** What is to be done where a ticked tool can only be changed by an administrator. */
  public RightsModel rights() {
    return rights;
  }

  /** What will be done, as planned when the page was left. */
  List<PlannedInstall> installs() {
    return installs;
  }

  @Override
  public void entered() {
    tools.search();
  }

  @Override
  protected List<Problem> check() {
    if (tools.answer().isEmpty()) {
      return List.of(Problem.of(TOOLS, "tools.problem.none"));
    }
    return tools.choices().stream()
        .filter(choice -> choice.chosenProperty().get() && !choice.tool().looksLikeTool())
        .map(choice -> choice.tool().folder())
        .map(folder -> Problem.warning(TOOLS, "install.problem.not-a-tool", folder))
        .toList();
  }

  @Override
  protected void leave(Runnable onward) {
    setLeaving(true);
    List<Path> folders = tools.answer();
    desk.background()
        .run(cancellation -> desk.services().installs().plan(folders))
        .onSuccess(
            planned -> {
              setLeaving(false);
              fromOutside(planned.problems().stream().map(each -> each.at(TOOLS)).toList());
              if (planned instanceof Checked.Good<List<PlannedInstall>> good) {
                installs = good.value();
                onward.run();
              }
            })
        .andFinally(() -> setLeaving(false));
  }

  private void chosen() {
    tickAllWhereNoneCanBeWritten();
    rights.chosen(tools.chosen());
    fromOutside(List.of());
    refresh();
  }

  /** Where every tool belongs to the system, an administrator is needed for whichever is chosen. */
  private void tickAllWhereNoneCanBeWritten() {
    if (ticked || tools.choices().isEmpty()) {
      return;
    }
    ticked = true;
    List<ToolsModel.Choice> all = List.copyOf(tools.choices());
    if (all.stream().map(ToolsModel.Choice::tool).noneMatch(Tool::writable)) {
      all.forEach(choice -> choice.chosenProperty().set(choice.tool().looksLikeTool()));
    }
  }

  private void refused(Problem problem) {
    left(TOOLS);
    fromOutside(List.of(problem.at(TOOLS)));
  }
}
