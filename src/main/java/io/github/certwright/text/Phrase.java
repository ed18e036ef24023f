package io.github.certwright.text;

import java.util.List;

/**
 * A part of a sentence that has words of its own, for those who know which words but not in which
 * language.
 *
 * @param key message key of the words
 * @param args arguments of the words, in order
 */
public record Phrase(String key, List<Object> args) {
  public Phrase {
    args = List.copyOf(args);
  }
}
