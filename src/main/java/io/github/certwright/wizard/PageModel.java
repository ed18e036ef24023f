package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One page's answers and their checks, without a window. A problem is shown only after the first
 * attempt to leave its field or the page, so that nobody is told off while typing.
 */
public abstract class PageModel {
  private final String stem;
  private final Set<String> askedFields = new HashSet<>();
  private boolean askedAll;
  private List<Problem> seen = List.of();
  private List<Problem> fromOutside = List.of();
  private final ObservableList<Problem> shown = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper blocked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper leaving = new ReadOnlyBooleanWrapper();

  /**
   * @param stem message stem of the page, for example {@code server.page}
   */
  protected PageModel(String stem) {
    this.stem = stem;
  }

  public final String stem() {
    return stem;
  }

  /** Everything wrong or worth knowing about the answers as they are; pure. */
  protected abstract List<Problem> check();

  /** Called each time the page is shown. */
  public void entered() {}

  /** Called when the answers pass and the person wants to go on; slow checks go here. */
  protected void leave(Runnable onward) {
    onward.run();
  }

  /** Checks again after an answer changed. */
  public final void refresh() {
    seen = check();
    show();
  }

  /** The person has left a field: its problems may be shown from now on. */
  public final void left(String field) {
    if (askedFields.add(field)) {
      refresh();
    }
  }

  /** Adds what only a look outside (disk, network) can know; replaces what was said before. */
  protected final void fromOutside(List<Problem> problems) {
    fromOutside = List.copyOf(problems);
    show();
  }

  /** The problems and warnings to be shown now. */
  public final ObservableList<Problem> shown() {
    return shown;
  }

  /** Whether something shown keeps the person from going on. */
  public final ReadOnlyBooleanProperty blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  /** Whether a slow check before leaving is under way. */
  public final ReadOnlyBooleanProperty leavingProperty() {
    return leaving.getReadOnlyProperty();
  }

  /** Goes on when nothing stands in the way; otherwise all problems are shown from now on. */
  public final void tryToLeave(Runnable onward) {
    askedAll = true;
    refresh();
    if (!blocked.get()) {
      leave(onward);
    }
  }

  /** Marks the time of a slow check before leaving. */
  protected final void setLeaving(boolean now) {
    leaving.set(now);
  }

  private void show() {
    List<Problem> now = new ArrayList<>(seen);
    fromOutside.stream().filter(problem -> !now.contains(problem)).forEach(now::add);
    now.removeIf(
        problem ->
            problem.stops()
                && !askedAll
                && !problem.field().isEmpty()
                && !askedFields.contains(problem.field()));
    if (!now.equals(shown)) {
      shown.setAll(now);
    }
    blocked.set(now.stream().anyMatch(Problem::stops));
  }
}
