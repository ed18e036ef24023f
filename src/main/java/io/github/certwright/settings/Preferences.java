package io.github.certwright.settings;

import io.github.certwright.answers.OrganisationAnswer;
import java.util.Optional;

/**
 * How somebody likes the window, and what they need not type twice.
 *
 * @param textPercent size of all text, 80 to 200
 * @param window where the window stood last, if it ever stood
 * @param organisation the last organisation answer
 * @param lastFolder the folder of the last job's files, or empty
 */
public record Preferences(
    Theme theme,
    int textPercent,
    Optional<WindowPlace> window,
    OrganisationAnswer organisation,
    String lastFolder) {
  public static final int SMALLEST_TEXT = 80;
  public static final int USUAL_TEXT = 100;
  public static final int LARGEST_TEXT = 200;

  public Preferences {
    textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
  }

  public static Preferences defaults() {
    return new Preferences(
        Theme.SYSTEM, USUAL_TEXT, Optional.empty(), OrganisationAnswer.none(), "");
  }

  public Preferences withTheme(Theme other) {
    return new Preferences(other, textPercent, window, organisation, lastFolder);
  }

  public Preferences withTextPercent(int other) {
    return new Preferences(theme, other, window, organisation, lastFolder);
  }

  public Preferences withWindow(WindowPlace other) {
    return new Preferences(theme, textPercent, Optional.of(other), organisation, lastFolder);
  }

  public Preferences withOrganisation(OrganisationAnswer other) {
    return new Preferences(theme, textPercent, window, other, lastFolder);
  }

  public Preferences withLastFolder(String other) {
    return new Preferences(theme, textPercent, window, organisation, other);
  }
}
