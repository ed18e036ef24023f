package io.github.certwright.answers;

import java.util.Locale;
import java.util.Set;

/** The two-letter country codes of ISO 3166-1, as Java knows them. */
public final class Countries {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private Countries() {}

  /** Whether the text is a code, in any letter case. */
  public static boolean known(String code) {
    return CODES.contains(code.toUpperCase(Locale.ROOT));
  }

  public static Set<String> codes() {
    return CODES;
  }
}
