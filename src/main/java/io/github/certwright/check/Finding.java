package io.github.certwright.check;

import io.github.certwright.problem.Problem;
import java.util.List;

/**
 * One thing seen, as data: what it is ({@code key}), why it may be so ({@code key.why}) and what to
 * do now ({@code key.next}).
 *
 * @param key message key of the sentence
 * @param args arguments of all three sentences, in order; texts from outside are already made
 *     visible
 * @param action what Certwright itself can do about it
 * @param detail technical text for the folded "Details", or empty
 */
public record Finding(Level level, String key, List<Object> args, Action action, String detail) {
  public Finding {
    args = List.copyOf(args);
  }

  /** What Certwright can do about a finding, for a button. */
  public enum Action {
    NONE,
    /** Make a new certificate: the job "Create a secure connection". */
    CREATE,
    /** Put the right files into the tool folders of this computer. */
    INSTALL
  }

  static Finding green(String key, Object... args) {
    return new Finding(Level.GREEN, key, List.of(args), Action.NONE, "");
  }

  static Finding amber(String key, Object... args) {
    return new Finding(Level.AMBER, key, List.of(args), Action.NONE, "");
  }

  static Finding red(String key, Object... args) {
    return new Finding(Level.RED, key, List.of(args), Action.NONE, "");
  }

  /** A problem met while looking, as a finding of its own. */
  static Finding of(Problem problem) {
    Level level = problem.stops() ? Level.RED : Level.AMBER;
    return new Finding(level, problem.key(), problem.args(), Action.NONE, problem.detail());
  }

  Finding with(Action mended) {
    return new Finding(level, key, args, mended, detail);
  }

  /** The same as a problem, so that the faces say its three sentences in one way. */
  public Problem asProblem() {
    Problem.Level stops = level == Level.RED ? Problem.Level.STOPS : Problem.Level.WARNS;
    return new Problem(key, "", args, stops, detail);
  }
}
