package io.github.certwright.install;

/** Writes any text as one word of the languages in which other programs are given commands. */
public final class Quoting {
  private static final String POWERSHELL_QUOTES = "'\u2018\u2019\u201A\u201B";

  private Quoting() {}

  /** One word for {@code sh} (POSIX 2.2.2, single quotes). */
  public static String sh(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** One string for PowerShell, which takes typographic quotes for straight ones. */
  public static String powerShell(String word) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      out.append(c);
      if (POWERSHELL_QUOTES.indexOf(c) >= 0) {
        out.append(c);
      }
    }
    return out.append('\'').toString();
  }

  /** One string for AppleScript, in which only the backslash and the double quote are special. */
  public static String appleScript(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * One argument of a Windows command line, as {@code CommandLineToArgvW} takes it apart:
   * backslashes count only before a double quote.
   */
  public static String windowsArgument(String word) {
    StringBuilder out = new StringBuilder("\"");
    int backslashes = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '"') {
        out.repeat('\\', backslashes + 1);
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
      out.append(c);
    }
    return out.repeat('\\', backslashes).append('"').toString();
  }
}
