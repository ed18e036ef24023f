package io.github.certwright.files;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folders that one transaction keeps from every other. */
final class HeldLocks {
  private final Disk disk;
  private final String id;
  private final Map<Path, FolderLock> locks = new LinkedHashMap<>();

  HeldLocks(Disk disk, String id) {
    this.disk = disk;
    this.id = id;
  }

  boolean holds(Path folder) {
    return locks.containsKey(folder);
  }

  /** Announces the lock of a folder and takes it. */
  void take(Path folder, Journal journal) throws IOException, ProblemException {
    if (!locks.containsKey(folder)) {
      journal.add(List.of(new JournalEntry.Lock(folder)));
      take(folder);
    }
  }

  /** Takes the lock of a folder whose journal entry is on the medium. */
  void take(Path folder) throws ProblemException {
    if (!locks.containsKey(folder)) {
      locks.put(folder, FolderLock.take(disk, folder, id));
    }
  }

  /** Takes every lock again that the entries name, where its folder is still there. */
  void takeAgain(List<JournalEntry> entries) throws ProblemException {
    for (JournalEntry entry : entries) {
      if (entry instanceof JournalEntry.Lock(Path folder) && Files.isDirectory(folder)) {
        take(folder);
      }
    }
  }

  void giveBack() {
    for (FolderLock lock : locks.values()) {
      try {
        lock.giveBack();
      } catch (IOException e) {
        System.getLogger(HeldLocks.class.getName())
            .log(System.Logger.Level.DEBUG, "A lock file stays for recovery.", e);
      }
    }
    locks.clear();
  }

  /** The locks by folder; taking one out makes its taker responsible for giving it back. */
  Map<Path, FolderLock> byFolder() {
    return locks;
  }
}
