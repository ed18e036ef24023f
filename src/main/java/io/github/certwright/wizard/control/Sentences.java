package io.github.certwright.wizard.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Text that wraps and is never cut off. */
public final class Sentences {
  private Sentences() {}

  public static Label plain(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Quieter: hints and explanations. */
  public static Label hint(String words) {
    Label label = plain(words);
    label.getStyleClass().add("hint");
    return label;
  }

  /** The title of a part of a page. */
  public static Label heading(String words) {
    Label label = plain(words);
    label.getStyleClass().add("part-heading");
    return label;
  }
}
