package io.github.certwright.wizard;

/**
 * Which buttons stand under a page, as message stems ({@code .label}); an empty stem means no such
 * button.
 */
public record PageButtons(String backStem, String nextStem, String cancelStem) {

  /** Back, Next and Cancel. */
  public static PageButtons usual() {
    return new PageButtons("wizard.back", "wizard.next", "wizard.cancel");
  }

  /** As usual, but next is named for what it does. */
  public static PageButtons act(String nextStem) {
    return new PageButtons("wizard.back", nextStem, "wizard.cancel");
  }
}
