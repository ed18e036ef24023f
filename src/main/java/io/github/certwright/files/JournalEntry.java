package io.github.certwright.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing a transaction is about to do, written down before it is done, so that it can be undone
 * whether or not it was begun.
 */
sealed interface JournalEntry {

  /** A folder is made. */
  record Folder(Path folder) implements JournalEntry {}

  /** A lock file is made in a folder. */
  record Lock(Path folder) implements JournalEntry {}

  /** A file that only lives while the transaction does. */
  record Temporary(Path file) implements JournalEntry {}

  /**
   * A file appears where none was.
   *
   * @param content SHA-256 of what is written
   */
  record Fresh(Path target, String content) implements JournalEntry {}

  /**
   * A file takes the place of another, which lives on under the backup's name.
   *
   * @param old SHA-256 of what was there
   * @param content SHA-256 of what is written
   * @param modes who could read it, in the form {@code rw-r--r--}, when the backup is its owner's
   *     alone and they are to be given back; otherwise empty
   */
  record Replaced(Path target, Path backup, String old, String content, String modes)
      implements JournalEntry {}

  /** What was announced in a folder so far goes, even when the rest stays. */
  record Abandoned(Path folder) implements JournalEntry {}

  /** Once the changes are committed, a receipt is to be kept of them. */
  record Owed(ReceiptIntent receipt) implements JournalEntry {}

  /** From here on the changes stay. */
  record Committed() implements JournalEntry {}

  /** From here on the changes go, even though they were committed. */
  record TakenBack() implements JournalEntry {}

  /** Whether the changes of a journal are to stay. */
  static boolean committed(List<JournalEntry> entries) {
    boolean committed = false;
    for (JournalEntry entry : entries) {
      committed = entry instanceof Committed || (committed && !(entry instanceof TakenBack));
    }
    return committed;
  }

  /** The folder in which an entry's change happens; empty for marks. */
  static Path place(JournalEntry entry) {
    return switch (entry) {
      case Folder e -> e.folder();
      case Lock e -> e.folder();
      case Abandoned e -> e.folder();
      case Temporary e -> e.file().getParent();
      case Fresh e -> e.target().getParent();
      case Replaced e -> e.target().getParent();
      case Owed _, Committed _, TakenBack _ -> Path.of("");
    };
  }

  /** The entries about one folder and the files in it. */
  static List<JournalEntry> in(Path folder, List<JournalEntry> entries) {
    return entries.stream().filter(entry -> place(entry).equals(folder)).toList();
  }

  /** What undoes the changes that stand: without locks, passing files and marks. */
  static List<JournalEntry> changes(List<JournalEntry> entries) {
    Set<Path> abandoned = abandoned(entries);
    return entries.stream()
        .filter(
            entry -> entry instanceof Folder || entry instanceof Fresh || entry instanceof Replaced)
        .filter(entry -> !abandoned.contains(place(entry)))
        .toList();
  }

  /** The folders whose changes go, whatever becomes of the rest. */
  static Set<Path> abandoned(List<JournalEntry> entries) {
    return entries.stream()
        .filter(Abandoned.class::isInstance)
        .map(JournalEntry::place)
        .collect(Collectors.toUnmodifiableSet());
  }
}
