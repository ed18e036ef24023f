package io.github.certwright.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A command that can be pasted into a shell: POSIX sh, or cmd and PowerShell on Windows. */
final class ShellWords {
  private ShellWords() {}

  static String of(boolean windows, List<String> words) {
    return words.stream().map(word -> quoted(windows, word)).collect(Collectors.joining(" "));
  }

  private static String quoted(boolean windows, String word) {
    if (word.matches("[A-Za-z0-9_@%+=:,./\\\\-]+") && !word.startsWith("@")) {
      return windows ? word : word.replace("\\", "\\\\");
    }
    return windows ? "\"" + word + "\"" : "'" + word.replace("'", "'\\''") + "'";
  }
}
