package io.github.certwright.wizard.page;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.plan.RequestPlan;
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

/** Where the files of a request go; what is found is the plan. */
public final class FolderModel extends LookingModel<RequestPlan> implements FolderChoice {
  static final String FOLDER = "where.folder";
  private static final String EXISTS = "where.folder.problem.exists";

  private final Supplier<Optional<HostName>> server;
  private final Supplier<RequestAnswers> answers;
  private final StringProperty folder = new SimpleStringProperty("");
  private final BooleanProperty replace = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper existing = new ReadOnlyBooleanWrapper();
  private String proposed = "";

  /**
   * @param server the main name answered before
   * @param answers all answers with secrets of their own, which the caller closes
   */
  FolderModel(Desk desk, Supplier<Optional<HostName>> server, Supplier<RequestAnswers> answers) {
    super(desk, "folder.page");
    this.server = server;
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
  Optional<RequestPlan> plan() {
    return foundProperty().get();
  }

  /** Earlier answers may have changed, so the plan is made anew. */
  @Override
  public void entered() {
    forget();
    server
        .get()
        .ifPresent(
            main -> {
              String last = desk().settings().current().preferences().lastFolder();
              desk()
                  .background()
                  .run(cancellation -> desk().services().proposeFolder(main.ascii(), last))
                  .onSuccess(this::propose);
            });
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
  Background.Work<Checked<RequestPlan>> look() {
    RequestAnswers all = answers.get();
    return cancellation -> {
      try (all) {
        Checked<RequestPlan> plan = desk().services().keys().plan(all);
        boolean there = plan.problems().stream().anyMatch(each -> each.key().equals(EXISTS));
        desk().background().toWindow(() -> existing.set(all.replace() || there));
        return plan instanceof Checked.Good<RequestPlan>(RequestPlan value, var warnings)
            ? new Checked.Good<>(value, warnings.stream().filter(FolderModel::isOurs).toList())
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
        ? List.of(Problem.of(FOLDER, "where.folder.problem.empty"))
        : List.of();
  }
}
