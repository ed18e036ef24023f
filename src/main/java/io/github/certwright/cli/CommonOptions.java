package io.github.certwright.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that every command understands. */
final class CommonOptions {
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
  String language = "en";

  Locale locale() {
    return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
  }
}
