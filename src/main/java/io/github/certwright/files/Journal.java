package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one transaction is about to do, on the medium before it is done. The file is held while the
 * transaction lives, so that recovery leaves a running one alone.
 */
final class Journal {
  static final String SUFFIX = ".journal";

  private final Disk disk;
  private final Path file;
  private final Disk.Held held;
  private final List<JournalEntry> entries;

  private Journal(Disk disk, Path file, Disk.Held held, List<JournalEntry> entries) {
    this.disk = disk;
    this.file = file;
    this.held = held;
    this.entries = new ArrayList<>(entries);
  }

  /** Journals say what to delete and to rename, so only our own are believed. */
  static void checkFolder(Path folder) throws IOException, ProblemException {
    if (Files.isDirectory(folder) && !Rights.oursAlone(folder)) {
      throw new ProblemException(Problem.of("", "files.problem.journal-shared", folder));
    }
  }

  static Journal create(Disk disk, Path folder, String id) throws IOException, ProblemException {
    makeFolders(disk, folder);
    checkFolder(folder);
    Path file = folder.resolve(id + SUFFIX);
    Disk.Held held =
        disk.hold(file).orElseThrow(() -> new FileAlreadyExistsException(file.toString()));
    try {
      disk.forceFolder(folder);
      return new Journal(disk, file, held, List.of());
    } catch (IOException e) {
      held.close();
      disk.delete(file);
      throw e;
    }
  }

  /** Opens one that a crash left; empty when its transaction still runs. */
  static Optional<Journal> open(Disk disk, Path file) throws IOException {
    Optional<Disk.Held> held = disk.hold(file);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<JournalEntry> entries = JournalFormat.read(held.get().readAll(), file.getFileSystem());
      return Optional.of(new Journal(disk, file, held.get(), entries));
    } catch (IOException e) {
      held.get().close();
      throw e;
    }
  }

  static void makeFolders(Disk disk, Path folder) throws IOException {
    if (disk.look(folder) != Disk.Kind.NOTHING) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      makeFolders(disk, parent);
    }
    try {
      disk.createFolder(folder, Access.OWNER_ONLY);
      if (parent != null) {
        JointWriting.forceReadable(disk, parent);
      }
    } catch (FileAlreadyExistsException e) {
      // Another run made it in the same moment; what counts is that it is there.
      if (disk.look(folder) != Disk.Kind.FOLDER) {
        throw e;
      }
    }
  }

  /** Announces entries; when this fails they count as announced, because some may be. */
  void add(List<? extends JournalEntry> more) throws IOException {
    entries.addAll(more);
    held.append(JournalFormat.write(List.copyOf(more)));
    held.force();
  }

  /** Drops what was announced in a folder from memory, because it has been undone for good. */
  void forget(Path folder) {
    entries.removeAll(JournalEntry.in(folder, entries));
  }

  List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  Path file() {
    return file;
  }

  /** Ends it: nothing is left to finish or to undo. */
  void delete() throws IOException {
    try {
      disk.delete(file);
    } finally {
      held.close();
    }
  }

  /** Leaves it for recovery. */
  void leave() {
    held.close();
  }
}
