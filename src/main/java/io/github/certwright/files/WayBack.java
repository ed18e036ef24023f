package io.github.certwright.files;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What takes committed changes back later: where, and by which content they are recognised. */
public final class WayBack {
  private final List<JournalEntry> entries;

  WayBack(List<JournalEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * What takes back changes that another process made, by what stands on the disk now.
   *
   * @throws ProblemException when a file cannot be read
   */
  public static WayBack of(Disk disk, List<Change> changes) throws ProblemException {
    List<JournalEntry> entries = new ArrayList<>();
    for (Change change : changes) {
      try {
        String content = Content.sha256(disk.read(change.target()));
        entries.add(
            change.backup().isEmpty()
                ? new JournalEntry.Fresh(change.target(), content)
                : new JournalEntry.Replaced(
                    change.target(),
                    change.backup().get(),
                    Content.sha256(disk.read(change.backup().get())),
                    content,
                    ""));
      } catch (IOException e) {
        throw DiskProblem.exception(e, change.target());
      }
    }
    return new WayBack(entries);
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
                      JournalEntry.Owed _,
                      JournalEntry.Committed _,
                      JournalEntry.TakenBack _ ->
                      false;
                });
  }
}
