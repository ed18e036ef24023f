package io.github.certwright.wizard.page;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Where the files go that a job makes in one folder; what is found is the plan.
 *
 * @param <P> kind of plan
 */
abstract class PlaceModel<P> extends LookingModel<P> implements FolderChoice {
  private static final String EXISTS = "where.folder.problem.exists";

  private final Supplier<String> name;
  private final StringProperty folder = new SimpleStringProperty("");
  private final BooleanProperty replace = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper existing = new ReadOnlyBooleanWrapper();
  private String proposed = "";

  /**
   * @param name of what is made, after which the folder is called
   */
  PlaceModel(Desk desk, String stem, Supplier<String> name) {
    super(desk, stem);
    this.name = name;
    folder.addListener(
        (value, before, now) -> {
          existing.set(false);
          replace.set(false);
          forget();
        });
    replace.addListener(
        (value, before, now) -> {
          forget();
          settle();
        });
  }

  @Override
  public final StringProperty folderProperty() {
    return folder;
  }

  @Override
  public final BooleanProperty replaceProperty() {
    return replace;
  }

  @Override
  public final ReadOnlyBooleanProperty existingProperty() {
    return existing.getReadOnlyProperty();
  }

  /** The plan these answers gave. */
  final Optional<P> plan() {
    return foundProperty().get();
  }

  /** Earlier answers may have changed, so the plan is made anew. */
  @Override
  public final void entered() {
    forget();
    String called = name.get();
    String last = desk().settings().current().preferences().lastFolder();
    desk()
        .background()
        .run(cancellation -> desk().services().proposeFolder(called, last))
        .onSuccess(this::propose);
  }

  private void propose(String better) {
    if (folder.get().equals(proposed)) {
      proposed = better;
      folder.set(better);
    }
    settle();
  }

  @Override
  final boolean isWhole() {
    return !folder.get().isBlank();
  }

  /** Takes the answers as they are; what it returns makes the plan on a worker. */
  abstract Background.Work<Checked<P>> planning();

  /** Whether a warning of the plan was not read on a page before. */
  boolean isNew(Problem problem) {
    return problem.field().startsWith("where.");
  }

  @Override
  final Background.Work<Checked<P>> look() {
    Background.Work<Checked<P>> plans = planning();
    boolean replacing = replace.get();
    return cancellation -> {
      Checked<P> plan = plans.run(cancellation);
      boolean there = plan.problems().stream().anyMatch(each -> each.key().equals(EXISTS));
      desk().background().toWindow(() -> existing.set(replacing || there));
      return plan instanceof Checked.Good<P>(P value, var warnings)
          ? new Checked.Good<>(value, warnings.stream().filter(this::isNew).toList())
          : plan;
    };
  }

  @Override
  final String fieldOf(Problem problem) {
    return problem.field();
  }

  @Override
  protected final List<Problem> check() {
    return folder.get().isBlank()
        ? List.of(Problem.of(WhereModel.FOLDER, "where.folder.problem.empty"))
        : List.of();
  }
}
