package io.github.certwright.wizard;

import io.github.certwright.settings.Settings;
import io.github.certwright.text.Text;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;

/** A desk without a window on which work is done at once. */
public final class Desks {
  private Desks() {}

  public static Desk at(FakeServices services) {
    Background background =
        new Background(
            Runnable::run,
            Runnable::run,
            new FxGuard(() -> false),
            cause -> {
              throw new AssertionError(cause);
            });
    return new Desk(
        new Text(Locale.UK, ZoneOffset.UTC),
        background,
        services,
        Settings.open(new MemoryStore()),
        Clock.fixed(FakeServices.NOW, ZoneOffset.UTC));
  }
}
