package io.github.certwright.cli;

import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Problem;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command understands, before or behind its name. */
final class CommonOptions {
  private static final String ENGLISH = "en";

  @Option(names = "--json", descriptionKey = "cli.option.json")
  boolean json;

  @Option(names = "--dry-run", descriptionKey = "cli.option.dry-run")
  boolean dryRun;

  @Option(names = "--yes", descriptionKey = "cli.option.yes")
  boolean yes;

  @Option(names = "--quiet", descriptionKey = "cli.option.quiet")
  boolean quiet;

  @Option(names = "--verbose", descriptionKey = "cli.option.verbose")
  boolean verbose;

  @Option(names = "--lang", paramLabel = "LANGUAGE", descriptionKey = "cli.option.lang")
  String language = ENGLISH;

  /** Takes over what was given in front of the command's name. */
  void add(CommonOptions front) {
    json |= front.json;
    dryRun |= front.dryRun;
    yes |= front.yes;
    quiet |= front.quiet;
    verbose |= front.verbose;
    if (language.equals(ENGLISH)) {
      language = front.language;
    }
  }

  /** The language of the messages: English, in the kind asked for, until there are others. */
  Locale locale() {
    Locale asked = tag().orElse(Locale.UK);
    return asked.getLanguage().equals(ENGLISH) && !asked.getCountry().isEmpty() ? asked : Locale.UK;
  }

  /** What is wrong with the language asked for. */
  Optional<Problem> problem() {
    Optional<Locale> asked = tag();
    if (asked.isEmpty()) {
      return Optional.of(Problem.of("", "cli.lang.problem.shape", Visible.text(language)));
    }
    return asked.get().getLanguage().equals(ENGLISH)
        ? Optional.empty()
        : Optional.of(Problem.warning("", "cli.lang.warning.untranslated", Visible.text(language)));
  }

  private Optional<Locale> tag() {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(language.replace('_', '-')).build();
      return Optional.of(locale).filter(l -> !l.getLanguage().isEmpty());
    } catch (IllformedLocaleException _) {
      return Optional.empty();
    }
  }
}
