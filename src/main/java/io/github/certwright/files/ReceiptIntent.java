package io.github.certwright.files;

import java.util.Map;

/**
 * The receipt that a job will keep once its changes are committed; noted with the commit, so that
 * recovery keeps it when the process is killed in between.
 *
 * @param id of the receipt
 * @param part the name under which the receipt keeps the transaction's way back
 * @param notes of the receipt
 */
public record ReceiptIntent(String id, String part, Map<String, String> notes) {
  public ReceiptIntent {
    notes = Map.copyOf(notes);
  }
}
