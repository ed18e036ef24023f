package io.github.certwright.check;

import java.util.Locale;

/** How good a finding is; the worst of them is the level of the whole. */
public enum Level {
  /** Right, or only worth knowing. */
  GREEN,
  /** Works now, but somebody should do something. */
  AMBER,
  /** Does not work, or must not be trusted. */
  RED;

  /** The word of the command line's JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
