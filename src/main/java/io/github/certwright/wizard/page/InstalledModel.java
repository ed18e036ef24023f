package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.page.DoneModel.Errand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How setting this computer up ended, and the way back. */
public final class InstalledModel extends PageModel {
  private final Desk desk;
  private final Supplier<Optional<ReadPair>> pair;
  private final ReadOnlyObjectWrapper<Optional<RunReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Errand> errand =
      new ReadOnlyObjectWrapper<>(new Errand.None());
  private Optional<Ended> ended = Optional.empty();

  /**
   * @param pair what was installed
   */
  public InstalledModel(Desk desk, Supplier<Optional<ReadPair>> pair) {
    super("installed.page");
    this.desk = desk;
    this.pair = pair;
  }

  /** How it ended; empty before it has. */
  public ReadOnlyObjectProperty<Optional<RunReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** The undo, when it was asked for. */
  public ReadOnlyObjectProperty<Errand> errandProperty() {
    return errand.getReadOnlyProperty();
  }

  /** What to type as the server in the login dialog; empty when the source does not say. */
  public String server() {
    return pair.get().map(ReadPair::server).orElse("");
  }

  /** Whether a tool would be put back by {@link #undo()}. */
  public boolean mayUndo() {
    return report.get().stream()
        .flatMap(known -> known.tools().stream())
        .anyMatch(tool -> tool.state().equals("installed"));
  }

  /** Whether a tool trusts the certificate now. */
  public boolean trusted() {
    return report.get().stream()
        .flatMap(known -> known.tools().stream())
        .anyMatch(tool -> tool.state().equals("installed") || tool.state().equals("already-there"));
  }

  /** Whether a tool may also want the certificate in a list of its own. */
  public boolean ownLists() {
    return report.get().stream()
        .flatMap(known -> known.tools().stream())
        .anyMatch(RunReport.ToolReport::mayKeepOwnList);
  }

  /** Puts every tool back as it was before. */
  public void undo() {
    errand.set(new Errand.Busy());
    Ended last = ended.orElseThrow();
    desk.background()
        .run(cancellation -> last.undo())
        .onSuccess(
            left -> errand.set(left.isEmpty() ? new Errand.Undone() : new Errand.Failed(left)));
  }

  void ended(Ended how) {
    close();
    ended = Optional.of(how);
    errand.set(new Errand.None());
    report.set(Optional.of(how.report()));
  }

  /** Gives the way back up; called when the job is left. */
  void close() {
    ended.ifPresent(
        last ->
            desk.background()
                .run(
                    cancellation -> {
                      last.close();
                      return last;
                    }));
    ended = Optional.empty();
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }
}
