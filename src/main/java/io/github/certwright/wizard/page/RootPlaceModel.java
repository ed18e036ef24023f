package io.github.certwright.wizard.page;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.plan.AuthorityPlan;
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

/** Where the files of a root authority go; what is found is the plan. */
public final class RootPlaceModel extends LookingModel<AuthorityPlan> implements FolderChoice {
  private static final String EXISTS = "where.folder.problem.exists";

  private final Supplier<String> name;
  private final Supplier<AuthorityAnswers> answers;
  private final StringProperty folder = new SimpleStringProperty("");
  private final BooleanProperty replace = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper existing = new ReadOnlyBooleanWrapper();
  private String proposed = "";

  /**
   * @param name of the authority, as answered before
   * @param answers all answers with secrets of their own, which are closed here
   */
  RootPlaceModel(Desk desk, Supplier<String> name, Supplier<AuthorityAnswers> answers) {
    super(desk, "rootPlace.page");
    this.name = name;
    this.answers = answers;
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
  public StringProperty folderProperty() {
    return folder;
  }

  @Override
  public BooleanProperty replaceProperty() {
    return replace;
  }

  @Override
  public ReadOnlyBooleanProperty existingProperty() {
    return existing.getReadOnlyProperty();
  }

  /** The plan these answers gave. */
  Optional<AuthorityPlan> plan() {
    return foundProperty().get();
  }

  /** Earlier answers may have changed, so the plan is made anew. */
  @Override
  public void entered() {
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
  boolean isWhole() {
    return !folder.get().isBlank();
  }

  @Override
  Background.Work<Checked<AuthorityPlan>> look() {
    AuthorityAnswers all = answers.get();
    return cancellation -> {
      try (all) {
        Checked<AuthorityPlan> plan = desk().services().roots().plan(all);
        boolean there = plan.problems().stream().anyMatch(each -> each.key().equals(EXISTS));
        desk().background().toWindow(() -> existing.set(all.replace() || there));
        return plan instanceof Checked.Good<AuthorityPlan>(AuthorityPlan value, var warnings)
            ? new Checked.Good<>(value, warnings.stream().filter(RootPlaceModel::isOurs).toList())
            : plan;
      }
    };
  }

  /** Other pages' warnings were read there. */
  private static boolean isOurs(Problem problem) {
    return problem.field().startsWith("where.");
  }

  @Override
  String fieldOf(Problem problem) {
    return problem.field();
  }

  @Override
  protected List<Problem> check() {
    return folder.get().isBlank()
        ? List.of(Problem.of(WhereModel.FOLDER, "where.folder.problem.empty"))
        : List.of();
  }
}
