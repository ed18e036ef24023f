package io.github.certwright.cli;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import java.util.List;
import java.util.Optional;

/**
 * The key that a command is going to want, as far as its words tell at a glance, so that it can be
 * begun before they are read properly. A wrong guess costs nothing but time: the command takes no
 * other key than the one it asks for.
 */
public final class ForeseenKey {
  private static final String OPTION = "--key";
  private static final List<String> MAKES_NONE = List.of("--dry-run", "--help", "-h", "--version");

  private ForeseenKey() {}

  /** Of a whole command line; empty when it makes none. */
  public static Optional<KeyChoice> of(String... args) {
    List<String> words = List.of(args);
    if (words.isEmpty()
        || !words.getFirst().equals("create")
        || words.stream().anyMatch(MAKES_NONE::contains)) {
      return Optional.empty();
    }
    return typed(words)
        .map(KeyChoice::ofWord)
        .orElseGet(() -> Optional.of(CertificateAnswer.defaults().key()));
  }

  private static Optional<String> typed(List<String> words) {
    int option = words.indexOf(OPTION);
    if (option >= 0) {
      return Optional.of(option + 1 < words.size() ? words.get(option + 1) : "");
    }
    return words.stream()
        .filter(word -> word.startsWith(OPTION + "="))
        .findFirst()
        .map(word -> word.substring(OPTION.length() + 1));
  }
}
