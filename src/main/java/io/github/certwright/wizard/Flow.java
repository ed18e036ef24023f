package io.github.certwright.wizard;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Walks through the pages of one job; next only navigates, and only when the page lets it. */
public final class Flow {
  private final List<? extends PageModel> pages;
  private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
  private final BooleanProperty noWayBack = new SimpleBooleanProperty();

  public Flow(List<? extends PageModel> pages) {
    this.pages = List.copyOf(pages);
  }

  public int size() {
    return pages.size();
  }

  public PageModel current() {
    return pages.get(at.get());
  }

  public ReadOnlyIntegerProperty atProperty() {
    return at.getReadOnlyProperty();
  }

  /** True once the job runs or has run: answered pages can be looked at no more. */
  public BooleanProperty noWayBackProperty() {
    return noWayBack;
  }

  /** Shows the first page. */
  public void begin() {
    enter(0);
  }

  /** Goes one page on, when the page's answers pass. */
  public void next() {
    PageModel leaving = current();
    if (leaving.leavingProperty().get()) {
      return;
    }
    leaving.tryToLeave(
        () -> {
          if (current().equals(leaving) && at.get() + 1 < pages.size()) {
            enter(at.get() + 1);
          }
        });
  }

  public void back() {
    if (mayGoTo(at.get() - 1)) {
      enter(at.get() - 1);
    }
  }

  /** Goes back to a page that was answered before. */
  public void backTo(int index) {
    if (mayGoTo(index)) {
      enter(index);
    }
  }

  /** Whether the page can be gone back to. */
  public boolean mayGoTo(int index) {
    return index >= 0 && index < at.get() && !noWayBack.get();
  }

  /** Goes back to the page that starts the job, to try again. */
  public void again(int index) {
    noWayBack.set(false);
    enter(index);
  }

  private void enter(int index) {
    at.set(index);
    current().entered();
  }
}
