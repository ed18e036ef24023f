package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finishes or undoes what a crash, a kill or a power cut left half done: before the commit mark the
 * old files come back, after it the new ones stay. Transactions that still run are left alone.
 */
public final class Recovery {
  private Recovery() {}

  /**
   * One transaction that had not ended.
   *
   * @param kept whether its changes stay, because they were committed
   * @param files the files it was about
   * @param problems what could not be put right
   */
  public record Recovered(boolean kept, List<Path> files, List<Problem> problems) {
    public Recovered {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Recovers every transaction whose journal is in the folder, unless somebody else could have put
   * it there.
   *
   * @return one entry for each that had not ended; empty when there was nothing to do
   */
  public static List<Recovered> recover(Disk disk, Path journals) {
    return recover(disk, journals, Optional.empty());
  }

  /** The same, which keeps the receipts that were owed. */
  public static List<Recovered> recover(Disk disk, Path journals, Receipts receipts) {
    return recover(disk, journals, Optional.of(receipts));
  }

  private static List<Recovered> recover(Disk disk, Path journals, Optional<Receipts> receipts) {
    List<Recovered> all = new ArrayList<>();
    try {
      if (disk.look(journals) == Disk.Kind.NOTHING) {
        return all;
      }
      Journal.checkFolder(journals);
      for (Path file : disk.list(journals)) {
        if (String.valueOf(file.getFileName()).endsWith(Journal.SUFFIX)) {
          recoverOne(disk, file, receipts).ifPresent(all::add);
        }
      }
    } catch (IOException e) {
      all.add(new Recovered(false, List.of(), List.of(DiskProblem.of(e, journals))));
    } catch (ProblemException e) {
      all.add(new Recovered(false, List.of(), List.of(e.problem())));
    }
    return all;
  }

  /**
   * How many transactions have a journal here, those that still run among them; reads only.
   *
   * @throws IOException when the folder cannot be read
   */
  public static int waiting(Disk disk, Path journals) throws IOException {
    if (disk.look(journals) == Disk.Kind.NOTHING) {
      return 0;
    }
    return (int)
        disk.list(journals).stream()
            .filter(file -> String.valueOf(file.getFileName()).endsWith(Journal.SUFFIX))
            .count();
  }

  private static Optional<Recovered> recoverOne(Disk disk, Path file, Optional<Receipts> receipts) {
    try {
      Optional<Journal> journal = Journal.open(disk, file);
      return journal.isEmpty() ? Optional.empty() : recover(disk, journal.get(), receipts);
    } catch (IOException e) {
      return Optional.of(new Recovered(false, List.of(), List.of(DiskProblem.of(e, file))));
    }
  }

  private static Optional<Recovered> recover(
      Disk disk, Journal journal, Optional<Receipts> receipts) throws IOException {
    List<JournalEntry> entries = journal.entries();
    Map<Path, FolderLock> locks = new HashMap<>();
    boolean ended = false;
    try {
      if (!takeLocks(disk, entries, locks)) {
        return Optional.empty();
      }
      Undo undo = new Undo(disk, locks);
      boolean kept = JournalEntry.committed(entries);
      if (kept) {
        undo.leftovers(entries);
      } else {
        undo.all(entries);
      }
      List<Problem> problems = new ArrayList<>(undo.problems());
      if (kept && receipts.isPresent()) {
        problems.addAll(settle(entries, receipts.get()));
      }
      ended = !undo.worthTryingAgain() && problems.size() == undo.problems().size();
      List<JournalEntry> told = kept ? JournalEntry.changes(entries) : entries;
      return Optional.of(new Recovered(kept, files(told), problems));
    } finally {
      for (FolderLock lock : locks.values()) {
        lock.giveBack();
      }
      if (ended) {
        journal.delete();
      } else {
        journal.leave();
      }
    }
  }

  /** Keeps what is owed; what cannot be kept is owed until the next time. */
  private static List<Problem> settle(List<JournalEntry> entries, Receipts receipts) {
    WayBack way = new WayBack(JournalEntry.changes(entries));
    List<Problem> problems = new ArrayList<>();
    for (JournalEntry entry : entries) {
      if (entry instanceof JournalEntry.Owed(ReceiptIntent owed) && !way.isEmpty()) {
        try {
          receipts.settle(owed, way);
        } catch (ProblemException e) {
          problems.add(e.problem());
        }
      }
    }
    return problems;
  }

  private static boolean takeLocks(
      Disk disk, List<JournalEntry> entries, Map<Path, FolderLock> locks) throws IOException {
    for (JournalEntry entry : entries) {
      if (entry instanceof JournalEntry.Lock(Path folder)
          && !locks.containsKey(folder)
          && Files.isDirectory(folder)) {
        Optional<FolderLock> lock = FolderLock.tryTake(disk, folder, "recovery");
        if (lock.isEmpty()) {
          return false;
        }
        locks.put(folder, lock.get());
      }
    }
    return true;
  }

  private static List<Path> files(List<JournalEntry> entries) {
    List<Path> files = new ArrayList<>();
    for (JournalEntry entry : entries) {
      switch (entry) {
        case JournalEntry.Fresh e -> files.add(e.target());
        case JournalEntry.Replaced e -> files.add(e.target());
        case JournalEntry.Folder _,
            JournalEntry.Lock _,
            JournalEntry.Temporary _,
            JournalEntry.Abandoned _,
            JournalEntry.Owed _,
            JournalEntry.Committed _,
            JournalEntry.TakenBack _ -> {}
      }
    }
    return files;
  }
}
