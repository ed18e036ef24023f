package io.github.certwright.cli;

import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line as such, all at once. Values are not repeated where they could
 * be a password that somebody gave as an argument.
 */
final class Usage {
  /** What Java puts in the place of a letter that the terminal's character set does not have. */
  private static final char LOST_LETTER = '\ufffd';

  private Usage() {}

  static boolean helpWanted(ParseResult parsed) {
    return parsed.asCommandLineList().stream()
        .anyMatch(line -> line.isUsageHelpRequested() || line.isVersionHelpRequested());
  }

  static List<Problem> problems(ParseResult parsed, String[] args) {
    List<Exception> errors = new ArrayList<>();
    for (ParseResult result = parsed; result != null; result = result.subcommand()) {
      errors.addAll(result.errors());
      if (!result.hasSubcommand()) {
        break;
      }
    }
    return problems(errors, args);
  }

  static List<Problem> problems(List<? extends Exception> errors, String[] args) {
    List<Problem> problems = new ArrayList<>();
    for (String arg : args) {
      if (arg.indexOf(LOST_LETTER) >= 0) {
        problems.add(Problem.of("", "cli.usage.problem.letters", name(arg)));
      }
    }
    for (Exception error : errors) {
      problems.addAll(problems(error, args));
    }
    return problems.stream().distinct().toList();
  }

  private static List<Problem> problems(Exception error, String[] args) {
    return switch (error) {
      case UnmatchedArgumentException e -> unmatched(e, args);
      case MissingParameterException e ->
          e.getMissing().stream()
              .map(arg -> Problem.of("", "cli.usage.problem.no-value", name(arg)))
              .toList();
      case OverwrittenOptionException e ->
          List.of(Problem.of("", "cli.usage.problem.twice", name(e.getOverwritten())));
      case ParameterException e when e.getArgSpec() != null ->
          List.of(Problem.of("", "cli.usage.problem.value", name(e.getArgSpec())));
      default -> List.of(Problem.of("", "cli.usage.problem.wrong"));
    };
  }

  private static List<Problem> unmatched(UnmatchedArgumentException e, String[] args) {
    CommandLine command = e.getCommandLine();
    boolean atRoot = command.getParent() == null;
    List<String> all = Arrays.asList(args);
    Set<String> unknown = new HashSet<>(e.getUnmatched());
    List<Problem> problems = new ArrayList<>();
    for (String word : e.getUnmatched()) {
      int at = all.indexOf(word);
      boolean option = word.startsWith("-");
      boolean value =
          at > 0 && all.get(at - 1).startsWith("-") && unknown.contains(all.get(at - 1));
      if (option) {
        problems.add(Problem.of("", "cli.usage.problem.unknown", name(word), help(command)));
      } else if (atRoot && !value && problems.isEmpty()) {
        problems.add(Problem.of("", "cli.usage.problem.command", name(word)));
        break;
      } else if (!value) {
        problems.add(Problem.of("", "cli.usage.problem.extra", help(command)));
      }
    }
    return problems;
  }

  private static String help(CommandLine command) {
    return command.getCommandSpec().qualifiedName() + " --help";
  }

  /** An option without its value, or a word, in a form that can be shown. */
  private static String name(String arg) {
    int equals = arg.indexOf('=');
    return Visible.text(arg.startsWith("-") && equals > 0 ? arg.substring(0, equals) : arg);
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}
