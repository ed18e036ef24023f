package io.github.certwright.check;

import io.github.certwright.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One thing seen, as data: what it is ({@code key}), why it may be so ({@code key.why}) and what to
 * do now ({@code key.next}).
 *
 * @param key message key of the sentence
 * @param args arguments of all three sentences, in order; texts from outside are already made
 *     visible
 * @param remedy what Certwright itself can do about it
 * @param detail technical text for the folded "Details", or empty
 */
public record Finding(
    Level level, String key, List<Object> args, Optional<Remedy> remedy, String detail) {
  public Finding {
    args = List.copyOf(args);
  }

  static Finding green(String key, Object... args) {
    return new Finding(Level.GREEN, key, List.of(args), Optional.empty(), "");
  }

  static Finding amber(String key, Object... args) {
    return new Finding(Level.AMBER, key, List.of(args), Optional.empty(), "");
  }

  static Finding red(String key, Object... args) {
    return new Finding(Level.RED, key, List.of(args), Optional.empty(), "");
  }

  /** A problem met while looking, as a finding of its own. */
  static Finding of(Problem problem) {
    Level level = problem.stops() ? Level.RED : Level.AMBER;
    return new Finding(level, problem.key(), problem.args(), Optional.empty(), problem.detail());
  }

  Finding with(Remedy mended) {
    return new Finding(level, key, args, Optional.of(mended), detail);
  }

  /** The same as a problem, so that the faces say its three sentences in one way. */
  public Problem asProblem() {
    Problem.Level stops = level == Level.RED ? Problem.Level.STOPS : Problem.Level.WARNS;
    return new Problem(key, "", args, stops, detail);
  }
}
