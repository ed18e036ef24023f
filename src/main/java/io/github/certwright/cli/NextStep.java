package io.github.certwright.cli;

import java.util.List;

/**
 * Something left for a person to do.
 *
 * @param key message key of its sentence
 */
record NextStep(String key, List<Object> args) {
  NextStep {
    args = List.copyOf(args);
  }

  static NextStep of(String key, Object... args) {
    return new NextStep(key, List.of(args));
  }
}
