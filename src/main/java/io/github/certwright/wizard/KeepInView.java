package io.github.certwright.wizard;

import io.github.certwright.wizard.control.Field;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Scrolls to what has the keyboard, which a scroll pane does not do by itself. */
public final class KeepInView {
  private static final String WHOLE = "keep-in-view-with";

  private static final double MARGIN = 24;

  private KeepInView() {}

  /**
   * Has more than its own field come into sight with a control.
   *
   * @param whole around the control, with what belongs to it
   */
  public static void together(Node control, Node whole) {
    control.getProperties().put(WHOLE, whole);
  }

  static void install(ScrollPane scroll) {
    scroll
        .sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener(
            (value, before, now) -> {
              if (now != null && isInside(now, scroll.getContent())) {
                Platform.runLater(() -> show(scroll, now));
              }
            });
  }

  private static boolean isInside(Node node, Node content) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(content)) {
        return true;
      }
    }
    return false;
  }

  /** The field around a control, so that its label and its problem are seen too. */
  private static Node withItsWords(Node node, Node content) {
    if (node.getProperties().get(WHOLE) instanceof Node whole) {
      return whole;
    }
    for (Node at = node; at != null && !at.equals(content); at = at.getParent()) {
      if (at instanceof Field) {
        return at;
      }
    }
    return node;
  }

  private static void show(ScrollPane scroll, Node node) {
    // What has just come to light is not laid out before the next pulse.
    scroll.layout();
    Node content = scroll.getContent();
    double seen = scroll.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - seen;
    if (hidden <= 0 || !isInside(node, content)) {
      return;
    }
    Node whole = withItsWords(node, content);
    Bounds place = content.sceneToLocal(whole.localToScene(whole.getLayoutBounds()));
    double top = scroll.getVvalue() * hidden;
    boolean begins = place.getMinY() >= top && place.getMinY() < top + seen;
    if (begins && place.getHeight() > seen) {
      return;
    }
    if (place.getMinY() - MARGIN < top) {
      scroll.setVvalue(Math.clamp((place.getMinY() - MARGIN) / hidden, 0.0, 1.0));
    } else if (place.getMaxY() + MARGIN > top + seen) {
      double enough = Math.min(place.getMaxY() + MARGIN - seen, place.getMinY() - MARGIN);
      scroll.setVvalue(Math.clamp(enough / hidden, 0.0, 1.0));
    }
  }
}
