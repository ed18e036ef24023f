package io.github.certwright.run;

import io.github.certwright.install.Quoting;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an administrator runs, in one line for the shell of the system. */
final class AdminLine {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private AdminLine() {}

  /**
   * For {@code sh}, or for a Windows prompt that was opened as administrator.
   *
   * @param commands each word by word, to be run one after the other
   */
  static String of(boolean windows, List<List<String>> commands) {
    return commands.stream()
        .map(words -> (windows ? "" : "sudo ") + line(windows, words))
        .collect(Collectors.joining(" && "));
  }

  private static String line(boolean windows, List<String> words) {
    return words.stream()
        .map(word -> PLAIN.matcher(word).matches() ? word : quoted(windows, word))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(boolean windows, String word) {
    return windows ? Quoting.windowsArgument(word) : Quoting.sh(word);
  }
}
