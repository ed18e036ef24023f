package io.github.certwright.text;

import io.github.certwright.problem.Problem;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Turns message keys into sentences of one language. In the bundles an apostrophe is just an
 * apostrophe; <code>{0}</code> is the first argument. Dates are written out ("14 February 2029"),
 * numbers are written without grouping (ports).
 */
public final class Text {
  /** The bundles, one for each room that speaks; a key stands in exactly one of them. */
  static final List<String> BUNDLES =
      List.of(
          "answers",
          "authority",
          "check",
          "cli",
          "files",
          "install",
          "keystore",
          "kit",
          "pairs",
          "report",
          "roots",
          "run",
          "server",
          "trust",
          "verdict",
          "wizard");

  private static final ResourceBundle.Control SEARCH = new EnglishIsTheBase();

  private final Map<String, String> patterns = new HashMap<>();
  private final Locale locale;
  private final ZoneId zone;

  /**
   * @param locale the language; English where there is no translation
   * @param zone the time zone in which dates are shown
   */
  public Text(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    for (String name : BUNDLES) {
      ResourceBundle bundle =
          ResourceBundle.getBundle(Text.class.getPackageName() + "." + name, locale, SEARCH);
      for (String key : bundle.keySet()) {
        patterns.put(key, bundle.getString(key));
      }
    }
  }

  /** English, in this computer's time zone. */
  public static Text english() {
    return new Text(Locale.UK, ZoneId.systemDefault());
  }

  public Locale locale() {
    return locale;
  }

  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * The sentence for a key.
   *
   * @throws MissingResourceException when no bundle has the key
   */
  public String of(String key, Object... args) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new MissingResourceException("No message for " + key, Text.class.getName(), key);
    }
    if (args.length == 0) {
      return pattern;
    }
    boolean choice = pattern.contains(",choice,");
    Object[] words = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = choice && args[i] instanceof Number ? args[i] : word(args[i]);
    }
    return new MessageFormat(pattern.replace("'", "''"), locale).format(words);
  }

  /** The words of a part of a sentence. */
  public String of(Phrase phrase) {
    return of(phrase.key(), phrase.args().toArray());
  }

  /** All messages as they stand in the bundles, for libraries that look them up themselves. */
  public ResourceBundle bundle() {
    return new ResourceBundle() {
      @Override
      protected Object handleGetObject(String key) {
        return patterns.get(key);
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(patterns.keySet());
      }
    };
  }

  /** What happened, why, and what to do now. */
  public ProblemText problem(Problem problem) {
    Object[] args = problem.args().toArray();
    return new ProblemText(
        of(problem.key(), args),
        optional(problem.key() + ".why", args),
        optional(problem.key() + ".next", args));
  }

  /** A date in words, without the time of day. */
  public String date(Instant instant) {
    return date(LocalDate.ofInstant(instant, zone));
  }

  /** A date in words. */
  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }

  /** To look for English in every jar, where it never is, takes a fifth of a short command. */
  private static final class EnglishIsTheBase extends ResourceBundle.Control {
    @Override
    public List<String> getFormats(String baseName) {
      return FORMAT_PROPERTIES;
    }

    @Override
    public Locale getFallbackLocale(String baseName, Locale locale) {
      return null;
    }

    @Override
    public List<Locale> getCandidateLocales(String baseName, Locale locale) {
      return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
          ? List.of(Locale.ROOT)
          : super.getCandidateLocales(baseName, locale);
    }
  }

  private String optional(String key, Object[] args) {
    return has(key) ? of(key, args) : "";
  }

  private String word(Object arg) {
    return switch (arg) {
      case Instant instant -> date(instant);
      case LocalDate date -> date(date);
      case Phrase phrase -> of(phrase);
      case Collection<?> many -> many.stream().map(this::word).collect(Collectors.joining(", "));
      default -> String.valueOf(arg);
    };
  }

  /**
   * A problem in words.
   *
   * @param what what happened
   * @param why the likely cause; empty when the first sentence says it
   * @param next what to do now; empty when the first sentence says it
   */
  public record ProblemText(String what, String why, String next) {

    /** Cause and next step, without the empty ones. */
    public List<String> hints() {
      return List.of(why, next).stream().filter(s -> !s.isEmpty()).toList();
    }
  }
}
