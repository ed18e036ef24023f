package io.github.certwright.run;

import io.github.certwright.files.Receipt;
import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.StoreName;
import io.github.certwright.trust.TrustStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What takes a change of trust stores back another day; kept as notes of a receipt.
 *
 * @param removes whether the undo takes the certificate out; otherwise it puts it back
 * @param stores identifiers of the stores that were changed
 */
record TrustUndo(boolean removes, List<String> stores, Anchor anchor) {
  private static final String STORES = "stores";
  private static final String CERTIFICATE = "store-certificate";
  private static final String REMOVES = "store-undo-removes";

  /**
   * For a run that has ended.
   *
   * @param removed whether the run took the certificate out
   */
  static TrustUndo of(boolean removed, List<TrustStore> changed, Anchor anchor) {
    return new TrustUndo(
        !removed, changed.stream().map(store -> store.name().id()).toList(), anchor);
  }

  /** What a receipt says of trust stores, if it does. */
  static Optional<TrustUndo> of(Receipt receipt) {
    Optional<String> stores = receipt.note(STORES);
    Optional<String> certificate = receipt.note(CERTIFICATE);
    if (stores.isEmpty() || certificate.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] pem = certificate.get().getBytes(StandardCharsets.US_ASCII);
      return Optional.of(
          new TrustUndo(
              receipt.note(REMOVES).map(Boolean::parseBoolean).orElse(true),
              stores.get().lines().toList(),
              new Anchor(CertificateReader.read(pem).getFirst())));
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }

  Map<String, String> notes() {
    return Map.of(
        STORES,
        String.join("\n", stores),
        CERTIFICATE,
        new String(anchor.pem(), StandardCharsets.US_ASCII),
        REMOVES,
        String.valueOf(removes));
  }

  List<Plan.Step> steps() {
    List<Plan.Step> steps = new ArrayList<>();
    for (String store : stores) {
      String key = removes ? "run.trust.remove.text" : "run.trust.install.text";
      Object name = StoreName.read(store).<Object>map(TrustJob::inWords).orElse(store);
      steps.add(new Plan.Step("undo.store." + (steps.size() + 1), key, List.of(name)));
    }
    return steps;
  }
}
