package io.github.certwright.files;

import java.nio.file.Path;
import java.util.List;

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
   */
  record Replaced(Path target, Path backup, String old, String content) implements JournalEntry {}

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
}
