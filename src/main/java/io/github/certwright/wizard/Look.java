package io.github.certwright.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Styles;
import io.github.certwright.settings.Preferences;
import io.github.certwright.settings.Theme;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * Colours and text size of every window, following the person's choice and, live, the system's.
 * Popups take the style sheets of the window they belong to, which is why both travel as style
 * sheets and not as inline styles.
 */
public final class Look {
  private static final double USUAL_FONT = 14;
  private static final int STEP = 10;

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final IntegerProperty textPercent = new SimpleIntegerProperty(Preferences.USUAL_TEXT);
  private final Platform.Preferences system = Platform.getPreferences();
  private final List<WeakReference<ObservableList<String>>> dressed = new ArrayList<>();

  public Look(Preferences preferences) {
    theme.set(preferences.theme());
    textPercent.set(preferences.textPercent());
    theme.subscribe((_, _) -> apply());
    textPercent.subscribe((_, _) -> apply());
    system.colorSchemeProperty().subscribe((_, _) -> apply());
    system.accentColorProperty().subscribe((_, _) -> apply());
    apply();
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Size of all text in per cent, 80 to 200. */
  public IntegerProperty textPercentProperty() {
    return textPercent;
  }

  public void larger() {
    textTo(textPercent.get() + STEP);
  }

  public void smaller() {
    textTo(textPercent.get() - STEP);
  }

  public void usualSize() {
    textTo(Preferences.USUAL_TEXT);
  }

  public boolean isDark() {
    return switch (theme.get()) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> system.getColorScheme() == ColorScheme.DARK;
    };
  }

  /** Gives a scene or dialog the window's style sheets, now and after each change. */
  public void dress(ObservableList<String> styleSheets) {
    dressed.add(new WeakReference<>(styleSheets));
    styleSheets.setAll(sheets());
  }

  private void textTo(int percent) {
    textPercent.set(Math.clamp(percent, Preferences.SMALLEST_TEXT, Preferences.LARGEST_TEXT));
  }

  private void apply() {
    Application.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    dressed.removeIf(reference -> reference.get() == null);
    dressed.stream()
        .map(WeakReference::get)
        .filter(Objects::nonNull)
        .forEach(sheets -> sheets.setAll(sheets()));
  }

  /** Icons cannot be sized in em: Ikonli sets their font from their size, so they would grow. */
  private List<String> sheets() {
    double font = USUAL_FONT * textPercent.get() / 100;
    String sizes =
        String.format(
            Locale.ROOT,
            ".root{-fx-font-size:%.1fpx;%s}"
                + ".icon-small{-fx-icon-size:%.1fpx;}"
                + ".icon-large,.icon-badge{-fx-icon-size:%.1fpx;}"
                + ".icon-picture{-fx-icon-size:%.1fpx;}",
            font,
            Accent.declarations(system.getAccentColor(), isDark()),
            font * 1.15,
            font * 1.6,
            font * 2.4);
    return List.of(
        Objects.requireNonNull(Look.class.getResource("certwright.css")).toExternalForm(),
        Objects.requireNonNull(Look.class.getResource(isDark() ? "dark.css" : "light.css"))
            .toExternalForm(),
        Styles.toDataURI(sizes));
  }
}
