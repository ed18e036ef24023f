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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What takes a change of trust stores back another day; kept as notes of a receipt.
 *
 * @param removes whether the undo takes the certificate out; otherwise it puts it back
 * @param stores identifiers of the stores that were changed
 * @param earlier how the certificate stood before, without trust, in stores that had it already, by
 *     their identifiers
 */
record TrustUndo(boolean removes, List<String> stores, Map<String, String> earlier, Anchor anchor) {
  private static final String EARLIER = "store-earlier";
  private static final String STORES = "stores";
  private static final String CERTIFICATE = "store-certificate";
  private static final String REMOVES = "store-undo-removes";

  /**
   * For a run that has ended.
   *
   * @param removed whether the run took the certificate out
   */
  static TrustUndo of(
      boolean removed, List<TrustStore> changed, Map<String, String> earlier, Anchor anchor) {
    return new TrustUndo(
        !removed, changed.stream().map(store -> store.name().id()).toList(), earlier, anchor);
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
              earlier(receipt.note(EARLIER).orElse("")),
              new Anchor(CertificateReader.read(pem).getFirst())));
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }

  /** One store a line: its words, a space, its identifier. */
  private static Map<String, String> earlier(String note) {
    Map<String, String> earlier = new LinkedHashMap<>();
    for (String line : note.lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0) {
        earlier.put(line.substring(space + 1), line.substring(0, space));
      }
    }
    return earlier;
  }

  private String earlierNote() {
    return earlier.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining("\n"));
  }

  Map<String, String> notes() {
    return Map.of(
        STORES,
        String.join("\n", stores),
        EARLIER,
        earlierNote(),
        CERTIFICATE,
        new String(anchor.pem(), StandardCharsets.US_ASCII),
        REMOVES,
        String.valueOf(removes));
  }

  private String change() {
    return removes ? "run.trust.remove.text" : "run.trust.install.text";
  }

  List<Plan.Step> steps() {
    List<Plan.Step> steps = new ArrayList<>();
    for (String store : stores) {
      String key = earlier.containsKey(store) ? "run.trust.restore.text" : change();
      Object name = StoreName.read(store).<Object>map(TrustJob::inWords).orElse(store);
      steps.add(new Plan.Step("undo.store." + (steps.size() + 1), key, List.of(name)));
    }
    return steps;
  }
}
