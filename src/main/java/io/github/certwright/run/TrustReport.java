package io.github.certwright.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run did about trust stores.
 *
 * @param stores every store that was looked at or changed
 * @param files written for other computers
 */
public record TrustReport(List<StoreReport> stores, List<ExportedFile> files) {
  public TrustReport {
    stores = List.copyOf(stores);
    files = List.copyOf(files);
  }

  static TrustReport none() {
    return new TrustReport(List.of(), List.of());
  }

  TrustReport and(TrustReport other) {
    List<StoreReport> allStores = new ArrayList<>(stores);
    allStores.addAll(other.stores);
    List<ExportedFile> allFiles = new ArrayList<>(files);
    allFiles.addAll(other.files);
    return new TrustReport(allStores, allFiles);
  }
}
