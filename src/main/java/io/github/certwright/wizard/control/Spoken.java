package io.github.certwright.wizard.control;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;

/** Words for people who hear the window instead of seeing it. */
public final class Spoken {
  private Spoken() {}

  /** Gives a node its help text and announces it. */
  public static void help(Node node, String words) {
    node.setAccessibleHelp(words);
    node.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
  }

  /** Gives a node its name and announces it. */
  public static void name(Node node, String words) {
    node.setAccessibleText(words);
    node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /** A label's words without its mnemonic mark: the first single underscore goes. */
  public static String plain(String label) {
    return label.replaceFirst("_(?=\\S)", "");
  }
}
