package io.github.certwright.settings;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The server certificates somebody has agreed to, made or seen, kept in the settings. */
public final class SettingsPins implements Pins {
  private static final Duration DAY = Duration.ofDays(1);

  private final Supplier<Settings> settings;

  public SettingsPins(Settings settings) {
    this(() -> settings);
  }

  /**
   * @param settings read when they are first needed
   */
  public SettingsPins(Supplier<Settings> settings) {
    this.settings = settings;
  }

  @Override
  public Optional<Fingerprint> find(String host, int port) {
    return Optional.ofNullable(settings.get().current().pins().get(Pins.place(host, port)))
        .flatMap(Fingerprint::read);
  }

  @Override
  public void remember(String host, int port, Fingerprint fingerprint) {
    update(data -> data.withPin(Pins.place(host, port), fingerprint.hex()));
  }

  @Override
  public Optional<Sighting> sighting(String host, int port) {
    return Optional.ofNullable(settings.get().current().seen().get(Pins.place(host, port)))
        .flatMap(SettingsPins::read);
  }

  /** Not written again on the same day, so that a check that runs often leaves the disk alone. */
  @Override
  public void saw(String host, int port, Sighting sighting) {
    Optional<Sighting> before = sighting(host, port);
    boolean known =
        before.isPresent()
            && before.get().fingerprint().equals(sighting.fingerprint())
            && Duration.between(before.get().when(), sighting.when()).abs().compareTo(DAY) < 0;
    if (!known) {
      String words = sighting.fingerprint().hex() + " " + sighting.when();
      update(data -> data.withSeen(Pins.place(host, port), words));
    }
  }

  @Override
  public Optional<Sighting> made(String host) {
    return settings.get().current().history().stream()
        .filter(job -> job.server().equalsIgnoreCase(host))
        .max(Comparator.comparing(PastJob::created))
        .flatMap(
            job ->
                Fingerprint.read(job.fingerprint())
                    .map(fingerprint -> new Sighting(fingerprint, job.created())));
  }

  private static Optional<Sighting> read(String words) {
    String[] parts = words.split(" ", -1);
    try {
      return parts.length == 2
          ? Fingerprint.read(parts[0]).map(seen -> new Sighting(seen, Instant.parse(parts[1])))
          : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private void update(UnaryOperator<SettingsData> change) {
    try {
      settings.get().update(change);
    } catch (ProblemException e) {
      // It holds for this run all the same; next time it is asked for, or seen, again.
      System.getLogger(SettingsPins.class.getName())
          .log(System.Logger.Level.WARNING, "What was seen of a server could not be kept.", e);
    }
  }
}
