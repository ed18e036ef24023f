package io.github.certwright.wizard;

import io.github.certwright.settings.Settings;
import io.github.certwright.text.Text;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A desk without a window on which work is done at once. */
public final class Desks {
  private Desks() {}

  public static Desk at(FakeServices services) {
    return at(services, new FxGuard(() -> false), Runnable::run, Runnable::run);
  }

  /** The same, where a door to the world opens only in the background. */
  public static Desk guarded(FakeServices services) {
    AtomicBoolean working = new AtomicBoolean();
    FxGuard guard = new FxGuard(() -> !working.get());
    return at(
        new GuardedServices(services, guard),
        guard,
        work -> during(working, true, work),
        work -> during(working, false, work));
  }

  private static void during(AtomicBoolean working, boolean now, Runnable work) {
    boolean before = working.getAndSet(now);
    work.run();
    working.set(before);
  }

  private static Desk at(Services services, FxGuard guard, Executor workers, Executor window) {
    Background background =
        new Background(
            workers,
            window,
            guard,
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
