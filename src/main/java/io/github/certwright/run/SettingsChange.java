package io.github.certwright.run;

import io.github.certwright.plan.Plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * The difference an upload makes to a server's TLS settings; pure.
 *
 * @param before what the server has now
 * @param port where secured connections are to be offered
 * @param keystoreName the name of the file that is sent
 * @param keystoreSha256 lower-case hexadecimal digest of that file, once it is made
 */
public record SettingsChange(
    ServerNow before, int port, String keystoreName, Optional<String> keystoreSha256) {

  /** One sentence for each setting, old beside new. */
  public List<Step> lines() {
    return List.of(enabled(), portLine(), keystore());
  }

  private Step enabled() {
    return new Step(
        "change.enabled",
        before.enabled() ? "run.change.enabled.stays" : "run.change.enabled.on",
        List.of());
  }

  private Step portLine() {
    return before.port() == port
        ? new Step("change.port", "run.change.port.stays", List.of(port))
        : new Step("change.port", "run.change.port.other", List.of(before.port(), port));
  }

  private Step keystore() {
    String id = "change.keystore";
    if (before.keystoreName().isEmpty()) {
      return new Step(id, "run.change.keystore.first", List.of(keystoreName));
    }
    boolean same = keystoreSha256.isPresent() && keystoreSha256.equals(before.keystoreSha256());
    if (same) {
      return new Step(id, "run.change.keystore.same", List.of(before.keystoreName()));
    }
    return before.keystoreName().equals(keystoreName)
        ? new Step(id, "run.change.keystore.replaced", List.of(keystoreName))
        : new Step(id, "run.change.keystore.other", List.of(before.keystoreName(), keystoreName));
  }
}
