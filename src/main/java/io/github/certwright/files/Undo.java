package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes announced changes back, last one first. Goes by what stands on the disk, not by what was
 * done: each entry may have been begun, finished, undone already, or not begun at all. A file that
 * somebody else has changed since is left as it is.
 */
final class Undo {
  private final Disk disk;
  private final Map<Path, FolderLock> locks;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Path> touched = new LinkedHashSet<>();
  private boolean tryAgain;

  /**
   * @param locks the locks this process holds, by folder; given back on the way
   */
  Undo(Disk disk, Map<Path, FolderLock> locks) {
    this.disk = disk;
    this.locks = locks;
  }

  /** Undoes everything. */
  void all(List<JournalEntry> entries) {
    for (JournalEntry entry : entries.reversed()) {
      one(entry);
    }
    force();
  }

  /** Removes what a committed transaction no longer needs, and undoes what it had abandoned. */
  void leftovers(List<JournalEntry> entries) {
    Set<Path> abandoned = JournalEntry.abandoned(entries);
    for (JournalEntry entry : entries.reversed()) {
      if (entry instanceof JournalEntry.Lock
          || entry instanceof JournalEntry.Temporary
          || abandoned.contains(JournalEntry.place(entry))) {
        one(entry);
      }
    }
    force();
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Whether something failed that may succeed another time. */
  boolean worthTryingAgain() {
    return tryAgain;
  }

  private void one(JournalEntry entry) {
    Path path = pathOf(entry);
    try {
      switch (entry) {
        case JournalEntry.Folder e -> removeFolder(e.folder());
        case JournalEntry.Lock e -> unlock(e.folder());
        case JournalEntry.Temporary e -> removeTemporary(e.file());
        case JournalEntry.Fresh e -> removeFresh(e);
        case JournalEntry.Replaced e -> restore(e);
        case JournalEntry.Abandoned _,
            JournalEntry.Owed _,
            JournalEntry.Committed _,
            JournalEntry.TakenBack _ -> {}
      }
    } catch (IOException e) {
      tryAgain = true;
      problems.add(DiskProblem.of(e, path));
    }
  }

  private static Path pathOf(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Folder e -> e.folder();
      case JournalEntry.Lock e -> e.folder().resolve(FolderLock.NAME);
      case JournalEntry.Temporary e -> e.file();
      case JournalEntry.Fresh e -> e.target();
      case JournalEntry.Replaced e -> e.target();
      case JournalEntry.Abandoned _,
          JournalEntry.Owed _,
          JournalEntry.Committed _,
          JournalEntry.TakenBack _ ->
          Path.of("");
    };
  }

  private void removeFolder(Path folder) throws IOException {
    if (disk.look(folder) == Disk.Kind.FOLDER && disk.list(folder).isEmpty()) {
      disk.delete(folder);
      touched.remove(folder);
      touched.add(folder.getParent());
    }
  }

  private void unlock(Path folder) throws IOException {
    FolderLock lock = locks.remove(folder);
    if (lock == null) {
      if (disk.look(folder.resolve(FolderLock.NAME)) != Disk.Kind.FILE) {
        return;
      }
      lock = FolderLock.tryTake(disk, folder, "undo").orElse(null);
    }
    if (lock != null) {
      lock.giveBack();
    }
  }

  private void removeTemporary(Path file) throws IOException {
    if (disk.look(file) == Disk.Kind.FILE) {
      disk.delete(file);
      touched.add(file.getParent());
    }
  }

  private void removeFresh(JournalEntry.Fresh entry) throws IOException {
    Disk.Kind kind = disk.look(entry.target());
    if (kind == Disk.Kind.NOTHING) {
      return;
    }
    if (kind != Disk.Kind.FILE || !holds(entry.target(), entry.content())) {
      problems.add(Problem.of("", "files.problem.changed-since", entry.target()));
      return;
    }
    disk.delete(entry.target());
    touched.add(entry.target().getParent());
  }

  private void restore(JournalEntry.Replaced entry) throws IOException {
    putBack(entry);
    Path target = entry.target();
    if (!entry.modes().isEmpty()
        && disk.look(target) == Disk.Kind.FILE
        && holds(target, entry.old())) {
      disk.giveModes(target, entry.modes());
    }
  }

  private void putBack(JournalEntry.Replaced entry) throws IOException {
    Path target = entry.target();
    Path backup = entry.backup();
    Disk.Kind kind = disk.look(target);
    if (disk.look(backup) != Disk.Kind.FILE) {
      if (kind != Disk.Kind.FILE || !holds(target, entry.old())) {
        problems.add(Problem.of("", "files.problem.backup-gone", target, backup));
      }
      return;
    }
    if (!holds(backup, entry.old())) {
      problems.add(Problem.of("", "files.problem.backup-gone", target, backup));
      return;
    }
    touched.add(target.getParent());
    // rename(2) does nothing when both names stand for one file, and leaves both.
    if (kind == Disk.Kind.FILE && disk.same(backup, target)) {
      disk.delete(backup);
    } else if (kind == Disk.Kind.NOTHING
        || (kind == Disk.Kind.FILE && holds(target, entry.content()))) {
      disk.move(backup, target);
    } else if (kind == Disk.Kind.FILE && holds(target, entry.old())) {
      disk.delete(backup);
    } else {
      problems.add(Problem.of("", "files.problem.changed-since-backup", target, backup));
    }
  }

  private boolean holds(Path file, String digest) throws IOException {
    return Content.sha256(disk.read(file)).equals(digest);
  }

  private void force() {
    for (Path folder : touched) {
      try {
        if (disk.look(folder) == Disk.Kind.FOLDER) {
          disk.forceFolder(folder);
        }
      } catch (IOException e) {
        tryAgain = true;
        problems.add(DiskProblem.of(e, folder));
      }
    }
  }
}
