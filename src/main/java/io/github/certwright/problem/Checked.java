package io.github.certwright.problem;

import java.util.List;

/** The outcome of reading something that may be wrong: the value, or all its problems at once. */
public sealed interface Checked<T> {

  /** The value, with warnings when there are any. */
  record Good<T>(T value, List<Problem> warnings) implements Checked<T> {
    public Good {
      warnings = List.copyOf(warnings);
    }
  }

  /** Every problem found; at least one of them stops. */
  record Bad<T>(List<Problem> problems) implements Checked<T> {
    public Bad {
      problems = List.copyOf(problems);
    }
  }

  static <T> Checked<T> good(T value) {
    return new Good<>(value, List.of());
  }

  static <T> Checked<T> bad(Problem problem) {
    return new Bad<>(List.of(problem));
  }

  /** All problems and warnings, empty when there are none. */
  default List<Problem> problems() {
    return switch (this) {
      case Good<T> good -> good.warnings();
      case Bad<T> bad -> bad.problems();
    };
  }
}
