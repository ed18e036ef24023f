package io.github.certwright.wizard.page;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A page whose answer is looked at as soon as it is whole: what was found is shown at once, and
 * what changed is looked at anew. Only the newest look counts.
 *
 * @param <T> what is found
 */
abstract class LookingModel<T> extends PageModel {
  private final Desk desk;
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<T>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Background.Running<Checked<T>>> running = Optional.empty();
  private int looks;

  LookingModel(Desk desk, String stem) {
    super(stem);
    this.desk = desk;
  }

  /** Whether enough is answered to look at it. */
  abstract boolean isWhole();

  /** Takes the answers as they are; what it returns looks at them on a worker. */
  abstract Background.Work<Checked<T>> look();

  /** The field beside which a problem of the look is shown. */
  abstract String fieldOf(Problem problem);

  final Desk desk() {
    return desk;
  }

  /** Whether somebody is looking. */
  public final ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** What was found; empty until then. */
  public final ReadOnlyObjectProperty<Optional<T>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Looks at what was answered, unless that was done already; called when typing pauses. */
  public final void settle() {
    if (found.get().isEmpty() && !looking.get() && isWhole()) {
      start(() -> {});
    }
  }

  /** Called after each change of an answer: what was found before does not hold any more. */
  final void forget() {
    running.ifPresent(Background.Running::cancel);
    running = Optional.empty();
    looks++;
    looking.set(false);
    setLeaving(false);
    found.get().ifPresent(this::dropped);
    found.set(Optional.empty());
    fromOutside(List.of());
    refresh();
  }

  /** Called with what was found and does not count any more; wipes what must be. */
  void dropped(T old) {}

  /** What was found only now is looked at by the person when there is something to say about it. */
  @Override
  protected void leave(Runnable onward) {
    if (found.get().isPresent()) {
      onward.run();
      return;
    }
    setLeaving(true);
    start(
        () -> {
          setLeaving(false);
          if (shown().isEmpty()) {
            onward.run();
          }
        });
  }

  private void start(Runnable then) {
    running.ifPresent(Background.Running::cancel);
    int mine = ++looks;
    looking.set(true);
    Background.Running<Checked<T>> now = desk.background().run(look());
    running = Optional.of(now);
    now.onSuccess(
            seen -> {
              say(seen.problems());
              if (seen instanceof Checked.Good<T> good) {
                found.get().ifPresent(this::dropped);
                found.set(Optional.of(good.value()));
                then.run();
              }
            })
        .onProblem(problem -> say(List.of(problem)))
        .andFinally(
            () -> {
              if (mine == looks) {
                looking.set(false);
                setLeaving(false);
              }
            });
  }

  private void say(List<Problem> problems) {
    List<Problem> placed = problems.stream().map(problem -> problem.at(fieldOf(problem))).toList();
    placed.forEach(problem -> left(problem.field()));
    fromOutside(placed);
  }

  /** The path that was typed; empty when no file can be called so. */
  static Optional<Path> path(String typed) {
    try {
      return Optional.of(typed.strip()).filter(words -> !words.isEmpty()).map(Path::of);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** What is wrong with a path that was typed. */
  static List<Problem> pathProblems(String field, String typed) {
    if (typed.isBlank()) {
      return List.of(Problem.of(field, "source.file.problem.empty"));
    }
    return path(typed).isEmpty()
        ? List.of(Problem.of(field, "source.file.problem.name", typed))
        : List.of();
  }
}
