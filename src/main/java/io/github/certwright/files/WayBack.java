package io.github.certwright.files;

import java.util.List;

/** What takes committed changes back later: where, and by which content they are recognised. */
public final class WayBack {
  private final List<JournalEntry> entries;

  WayBack(List<JournalEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  List<JournalEntry> entries() {
    return entries;
  }

  /** Whether nothing was changed. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether a file of exactly this content was written. */
  public boolean wrote(String sha256) {
    return entries.stream()
        .anyMatch(
            entry ->
                switch (entry) {
                  case JournalEntry.Fresh e -> e.content().equals(sha256);
                  case JournalEntry.Replaced e -> e.content().equals(sha256);
                  case JournalEntry.Folder _,
                      JournalEntry.Lock _,
                      JournalEntry.Temporary _,
                      JournalEntry.Abandoned _,
                      JournalEntry.Committed _,
                      JournalEntry.TakenBack _ ->
                      false;
                });
  }
}
