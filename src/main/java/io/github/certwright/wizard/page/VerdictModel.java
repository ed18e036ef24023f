package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a check found, and what can be done with it. */
public final class VerdictModel extends PageModel {
  private final Desk desk;
  private final CheckModel checking;
  private final ReadOnlyObjectWrapper<Errand> errand =
      new ReadOnlyObjectWrapper<>(new Errand.None());

  public VerdictModel(Desk desk, CheckModel checking) {
    super("verdict.page");
    this.desk = desk;
    this.checking = checking;
    checking.reportProperty().addListener((value, before, now) -> errand.set(new Errand.None()));
  }

  /** The check itself. */
  public CheckModel checking() {
    return checking;
  }

  public Optional<CheckReport> report() {
    return checking.reportProperty().get();
  }

  /** The last thing asked for, and what came of it. */
  public ReadOnlyObjectProperty<Errand> errandProperty() {
    return errand.getReadOnlyProperty();
  }

  /** Looks once more, with the password where one was typed. */
  public void again() {
    checking.look(() -> {});
  }

  /** Saves what was found as a page to print or send. */
  public void saveReport(Path to) {
    CheckReport found = report().orElseThrow();
    errand.set(new Errand.Busy());
    desk.background()
        .run(
            cancellation -> {
              desk.services().checks().saveReport(found, to);
              return to;
            })
        .onSuccess(saved -> errand.set(new Errand.Done("verdict.saved.text")))
        .onProblem(problem -> errand.set(new Errand.Failed(List.of(problem))));
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }
}
