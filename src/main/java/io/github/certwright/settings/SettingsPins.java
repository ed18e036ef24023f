package io.github.certwright.settings;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.Pins;
import java.util.Optional;

/** The server certificates somebody has agreed to, kept in the settings. */
public final class SettingsPins implements Pins {
  private final Settings settings;

  public SettingsPins(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<Fingerprint> find(String host, int port) {
    return Optional.ofNullable(settings.current().pins().get(Pins.place(host, port)))
        .flatMap(Fingerprint::read);
  }

  @Override
  public void remember(String host, int port, Fingerprint fingerprint) {
    try {
      settings.update(data -> data.withPin(Pins.place(host, port), fingerprint.hex()));
    } catch (ProblemException e) {
      // The agreement holds for this run all the same; next time it is asked for again.
      System.getLogger(SettingsPins.class.getName())
          .log(System.Logger.Level.WARNING, "An agreement could not be kept.", e);
    }
  }
}
