package io.github.certwright.wizard;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.Node;

/** What is seen of a page; it only binds to its model. */
public interface Page {
  PageModel model();

  /** The page's content, below heading and sentence; always the same node. */
  Node content();

  /** What has the keyboard when the page appears. */
  Node firstFocus();

  /** The field that shows a problem of this name, or the first focus. */
  default Node focusFor(String field) {
    return firstFocus();
  }

  /** The buttons below this page. */
  default PageButtons buttons() {
    return PageButtons.usual();
  }

  /** Whether leaving the job here loses answers, so that it is asked about first. */
  default boolean asksBeforeLeaving() {
    return true;
  }

  /** Message key of what is said while a slow check before leaving is under way. */
  default String momentKey() {
    return "wizard.moment.text";
  }

  /** Message stem of heading ({@code .title}) and sentence ({@code .sentence}). */
  default String headingStem() {
    return model().stem();
  }

  /** What the heading changes with while the page is shown, if with anything. */
  default Optional<Observable> headingFollows() {
    return Optional.empty();
  }

  /**
   * How what runs on this page is stopped when the window is to close.
   *
   * @return takes what closes the window once everything is as before; empty when nothing runs
   */
  default Optional<Consumer<Runnable>> stopper() {
    return Optional.empty();
  }

  /** What happens to a file dropped on the window while this page is seen, if anything. */
  default Optional<Consumer<Path>> onDrop() {
    return Optional.empty();
  }

  /** What cancel does here, when it is not simply leaving the job. */
  default Optional<Runnable> ownCancel() {
    return Optional.empty();
  }
}
