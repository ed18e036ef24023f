package io.github.certwright.settings;

import java.util.Locale;

/** Which colours the window has. */
public enum Theme {
  LIGHT,
  DARK,
  /** Whatever the system says, also when it changes its mind. */
  SYSTEM;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Theme ofWord(String word) {
    for (Theme theme : values()) {
      if (theme.word().equals(word)) {
        return theme;
      }
    }
    return SYSTEM;
  }
}
