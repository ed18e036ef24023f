package io.github.certwright.wizard.page;

import io.github.certwright.plan.ServerList;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which servers certificates are issued for, as a list (CSV) tells. */
public final class ListModel extends LookingModel<ServerList> {
  static final String FILE = "authority.list";

  private final StringProperty file = new SimpleStringProperty("");
  private final BooleanProperty keepGoing = new SimpleBooleanProperty();

  ListModel(Desk desk) {
    super(desk, "list.page");
    file.addListener(
        (value, before, now) -> {
          keepGoing.set(false);
          forget();
        });
    keepGoing.addListener((value, before, now) -> refresh());
    foundProperty()
        .addListener(
            (value, before, now) -> {
              // What is wrong with a list is said as soon as it was read, not on the way out.
              now.ifPresent(_ -> left(FILE));
              refresh();
            });
  }

  public StringProperty fileProperty() {
    return file;
  }

  /** Whether the good lines are to be issued although others are bad. */
  public BooleanProperty keepGoingProperty() {
    return keepGoing;
  }

  /** A file that was chosen or dropped; read anew when it is the same, which may be mended. */
  public void take(Path chosen) {
    forget();
    file.set(chosen.toString());
    settle();
  }

  Optional<ServerList> list() {
    return foundProperty().get();
  }

  /** A list that was mended meanwhile is read anew. */
  @Override
  public void entered() {
    forget();
    settle();
  }

  @Override
  boolean isWhole() {
    return pathProblems(FILE, file.get()).isEmpty();
  }

  @Override
  Background.Work<Checked<ServerList>> look() {
    Path chosen = path(file.get()).orElseThrow();
    return cancellation -> new Checked.Good<>(desk().services().roots().list(chosen), List.of());
  }

  @Override
  String fieldOf(Problem problem) {
    return FILE;
  }

  @Override
  protected void leave(Runnable onward) {
    super.leave(
        () -> {
          if (check().isEmpty()) {
            onward.run();
          } else {
            left(FILE);
          }
        });
  }

  @Override
  protected List<Problem> check() {
    List<Problem> problems = new ArrayList<>(pathProblems(FILE, file.get()));
    list().ifPresent(read -> problems.addAll(wrongWith(read)));
    return problems;
  }

  private List<Problem> wrongWith(ServerList read) {
    if (!read.bad().isEmpty() && !keepGoing.get()) {
      long lines = read.bad().stream().map(ServerList.BadLine::number).distinct().count();
      return List.of(Problem.of(FILE, "list.problem.bad", lines));
    }
    return read.lines().isEmpty()
        ? List.of(Problem.of(FILE, "authority.list.problem.empty"))
        : List.of();
  }
}
