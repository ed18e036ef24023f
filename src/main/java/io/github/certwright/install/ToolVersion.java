package io.github.certwright.install;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as they stand in folder names. */
final class ToolVersion {
  // 2021x, 2021xR2, 2022x Refresh2, 2024x_Refresh_1
  private static final Pattern YEAR =
      Pattern.compile("(?i)(?<!\\d)(20\\d\\dx)(?:[ _.-]*R(?:efresh)?[ _.-]*(\\d))?(?![\\da-z]*x)");
  // 18.5, 19.0 SP4, 19.0_sp3
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?i)(?<![\\d.])(\\d{2}\\.\\d(?:\\.\\d)?)(?:[ _.-]*SP[ _.-]*(\\d))?(?![\\d])");

  private ToolVersion() {}

  /** The version in a name, in one notation ("2021xR2", "19.0 SP4"), or empty. */
  static String in(String name) {
    Matcher year = YEAR.matcher(name);
    if (year.find()) {
      String refresh = year.group(2);
      return year.group(1).toLowerCase(java.util.Locale.ROOT)
          + (refresh == null ? "" : "R" + refresh);
    }
    Matcher dotted = DOTTED.matcher(name);
    if (dotted.find()) {
      String pack = dotted.group(2);
      return dotted.group(1) + (pack == null ? "" : " SP" + pack);
    }
    return "";
  }
}
