package io.github.certwright.answers;

/**
 * Shows text that may hold characters which cannot be seen or which turn the writing direction
 * around (Unicode TR 36 section 2): each is written as its code point, so that nobody is fooled by
 * what a screen makes of it.
 */
public final class Visible {
  private Visible() {}

  /** The text with invisible, control and unpaired characters as {@code ⟨U+202E⟩}. */
  public static String text(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              if (hidden(c)) {
                out.append(String.format(java.util.Locale.ROOT, "⟨U+%04X⟩", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** Whether any character would not be seen as what it is. */
  public static boolean hides(String raw) {
    return raw.codePoints().anyMatch(Visible::hidden);
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
