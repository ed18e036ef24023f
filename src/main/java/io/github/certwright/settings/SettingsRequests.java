package io.github.certwright.settings;

import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.ProblemException;
import java.util.List;
import java.util.function.Supplier;

/** The requests that wait for an answer, kept in the settings. */
public final class SettingsRequests implements WaitingRequests {
  private final Supplier<Settings> settings;

  public SettingsRequests(Settings settings) {
    this(() -> settings);
  }

  /**
   * @param settings read when they are first needed
   */
  public SettingsRequests(Supplier<Settings> settings) {
    this.settings = settings;
  }

  @Override
  public List<WaitingRequest> all() {
    return settings.get().current().waiting();
  }

  @Override
  public void remember(WaitingRequest request) throws ProblemException {
    settings.get().update(data -> data.withWaiting(request));
  }

  @Override
  public void forget(String keystore) throws ProblemException {
    if (all().stream().anyMatch(request -> request.keystore().equals(keystore))) {
      settings.get().update(data -> data.withoutWaiting(keystore));
    }
  }
}
