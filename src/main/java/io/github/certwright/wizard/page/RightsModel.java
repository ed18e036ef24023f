package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.run.Facts;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Installs;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What is to be done where a chosen tool can only be changed by an administrator. */
public final class RightsModel {
  private final Desk desk;
  private final Supplier<Optional<ReadPair>> pair;
  private final ReadOnlyObjectWrapper<List<Tool>> tools = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final BooleanProperty ask = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Errand> errand =
      new ReadOnlyObjectWrapper<>(new Errand.None());
  private boolean looked;

  /**
   * @param pair what is to be copied, where it is at hand before anything was changed
   */
  RightsModel(Desk desk, Supplier<Optional<ReadPair>> pair) {
    this.desk = desk;
    this.pair = pair;
  }

  /** The chosen tools that can only be changed by an administrator. */
  public ReadOnlyObjectProperty<List<Tool>> toolsProperty() {
    return tools.getReadOnlyProperty();
  }

  /** Whether this computer can ask for an administrator's rights. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /** Whether it shall; nobody is asked who has not said so here. */
  public BooleanProperty askProperty() {
    return ask;
  }

  /** How saving the instructions went. */
  public ReadOnlyObjectProperty<Errand> errandProperty() {
    return errand.getReadOnlyProperty();
  }

  /** Whether there is something already of which instructions could tell. */
  public boolean maySave() {
    return pair.get().isPresent();
  }

  /** With whose rights the tools shall be changed. */
  Rights answer() {
    return !tools.get().isEmpty() && possible.get() && ask.get()
        ? Rights.ADMINISTRATOR
        : Rights.OWN;
  }

  /** The steps as they will really be: a tool that only an administrator may change is told of. */
  List<Plan.Step> promised(List<Plan.Step> steps) {
    if (tools.get().isEmpty()) {
      return steps;
    }
    List<String> names = tools.get().stream().map(RightsModel::name).toList();
    List<Plan.Step> real = new ArrayList<>(steps);
    switch (answer()) {
      case ADMINISTRATOR -> real.add(new Plan.Step("rights", "review.rights.ask", List.of(names)));
      case OWN -> {
        real.removeIf(this::concernsShutTool);
        real.add(new Plan.Step("rights", "review.rights.none", List.of(names)));
      }
    }
    return real;
  }

  private boolean concernsShutTool(Plan.Step step) {
    return step.id().startsWith("install.")
        && tools.get().stream()
            .anyMatch(tool -> step.args().contains(tool.folder().resolve("certs")));
  }

  /** Product and version. */
  static String name(Tool tool) {
    return tool.version().isEmpty() ? tool.product() : tool.product() + " " + tool.version();
  }

  /** The tools that are chosen now. */
  void chosen(List<Tool> now) {
    List<Tool> shut = now.stream().filter(tool -> !tool.writable()).toList();
    if (!shut.equals(tools.get())) {
      tools.set(shut);
      errand.set(new Errand.None());
    }
    if (!shut.isEmpty() && !looked) {
      looked = true;
      desk.background()
          .run(cancellation -> desk.services().installs().mayAsk())
          .onSuccess(possible::set);
    }
  }

  /** Saves what an administrator has to do, as a page that can be printed (HTML). */
  public void save(Path to) {
    ReadPair read = pair.get().orElseThrow();
    List<ToolReport> waiting =
        tools.get().stream()
            .map(
                tool ->
                    new ToolReport(
                        tool.product(), tool.version(), tool.folder(), EndModel.NEEDS_ADMIN))
            .toList();
    errand.set(new Errand.Busy());
    desk.background()
        .run(
            cancellation -> {
              Installs installs = desk.services().installs();
              Path source = installs.forAdministrator(read);
              installs.saveInstructions(source, Facts.of(read.certificate()), waiting, to);
              return to;
            })
        .onSuccess(saved -> errand.set(new Errand.Done("done.errand.saved")))
        .onProblem(problem -> errand.set(new Errand.Failed(List.of(problem))));
  }
}
