package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what was not given from what was given wrong. */
final class Missing {
  private static final Set<String> PASSWORDS =
      Set.of("passwords.one.problem.empty", "where.password.problem.empty");

  private Missing() {}

  /**
   * Two lists in one, without the second's complaints that something is empty where the first says
   * why it is.
   */
  static List<Problem> merged(List<Problem> reading, List<Problem> checking) {
    Set<String> explained = reading.stream().map(Problem::field).collect(Collectors.toSet());
    List<Problem> all = new ArrayList<>(reading);
    checking.stream()
        .filter(p -> !(p.key().endsWith(".problem.empty") && explained.contains(p.field())))
        .forEach(all::add);
    return all;
  }

  /** The others, where one sentence says already that the passwords were not given. */
  static List<Problem> withoutPasswords(List<Problem> checking) {
    return checking.stream().filter(problem -> !PASSWORDS.contains(problem.key())).toList();
  }

  /** Whether asking for passwords is all that is needed. */
  static boolean onlyPasswords(List<Problem> problems) {
    return problems.stream().anyMatch(Problem::stops)
        && problems.stream().filter(Problem::stops).allMatch(p -> PASSWORDS.contains(p.key()));
  }
}
