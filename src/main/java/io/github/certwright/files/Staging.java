package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way of one file's content to its place: beside the target, backup, rename. */
final class Staging {
  private final Disk disk;
  private final Journal journal;
  private final String id;
  private final String stamp;
  private final Set<Path> backups = new HashSet<>();
  private int number;

  Staging(Disk disk, Journal journal, String id, String stamp) {
    this.disk = disk;
    this.journal = journal;
    this.id = id;
    this.stamp = stamp;
  }

  /**
   * A file on its way.
   *
   * @param old SHA-256 of the file that is there, or empty when none is
   * @param modes who can use the file that is there, when its backup must be its owner's alone
   */
  record Staged(
      Path target, NewFile file, Path temporary, Optional<Path> backup, String old, String modes) {}

  boolean isFolder(Path path) throws IOException, ProblemException {
    return switch (disk.look(path)) {
      case FOLDER -> true;
      case NOTHING -> false;
      case LINK -> {
        if (Files.isDirectory(path)) {
          yield true;
        }
        throw new ProblemException(Problem.of("", "files.problem.link", path));
      }
      case FILE, OTHER ->
          throw new ProblemException(Problem.of("", "files.problem.not-a-folder", path, path));
    };
  }

  void checkWay(Path target) throws IOException, ProblemException {
    Path folder = target.getParent();
    if (folder == null || !isFolder(folder)) {
      throw new ProblemException(
          Problem.of("", "files.problem.missing", target, String.valueOf(folder)));
    }
    switch (disk.look(target)) {
      case NOTHING, FILE -> {}
      case LINK -> throw new ProblemException(Problem.of("", "files.problem.link", target));
      case FOLDER, OTHER ->
          throw new ProblemException(Problem.of("", "files.problem.not-a-file", target));
    }
  }

  Staged prepare(Path target, NewFile file) throws IOException {
    Path temporary = temporary(target);
    if (disk.look(target) == Disk.Kind.NOTHING) {
      return new Staged(target, file, temporary, Optional.empty(), "", "");
    }
    String old = Content.sha256(disk.read(target));
    // A key that everybody could read must not live on as a backup that everybody can read.
    String modes = file.access() == Access.OWNER_ONLY ? disk.modes(target) : "";
    return new Staged(target, file, temporary, Optional.of(freeBackup(target)), old, modes);
  }

  boolean announceTemporaries(List<Staged> files) throws IOException {
    journal.add(files.stream().map(f -> new JournalEntry.Temporary(f.temporary())).toList());
    return true;
  }

  boolean fill(Staged staged) throws IOException {
    disk.createFile(staged.temporary(), staged.file().access());
    disk.write(staged.temporary(), staged.file().content());
    if (staged.file().access() == Access.AS_BEFORE && staged.backup().isPresent()) {
      disk.settleLike(staged.temporary(), staged.target());
    } else {
      disk.settle(staged.temporary(), staged.file().access());
    }
    return true;
  }

  boolean force(Staged staged) throws IOException {
    disk.force(staged.temporary());
    return true;
  }

  boolean announceReplacements(List<Staged> files) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (Staged staged : files) {
      String content = Content.sha256(staged.file().content());
      entries.add(
          staged
              .backup()
              .<JournalEntry>map(
                  backup ->
                      new JournalEntry.Replaced(
                          staged.target(), backup, staged.old(), content, staged.modes()))
              .orElseGet(() -> new JournalEntry.Fresh(staged.target(), content)));
    }
    journal.add(entries);
    return true;
  }

  boolean swap(Staged staged) throws IOException, ProblemException {
    if (staged.backup().isPresent()) {
      backUp(staged, staged.backup().get());
      disk.move(staged.temporary(), staged.target());
    } else {
      appear(staged.temporary(), staged.target());
    }
    return true;
  }

  /** A second name replaces nothing, as a rename would, whatever appears there meanwhile. */
  private void appear(Path temporary, Path target) throws IOException, ProblemException {
    try {
      disk.link(target, temporary);
    } catch (IOException | UnsupportedOperationException _) {
      // FAT and many network shares refuse second names.
      if (disk.look(target) != Disk.Kind.NOTHING) {
        throw new ProblemException(Problem.of("", "files.problem.appeared", target));
      }
      disk.move(temporary, target);
      return;
    }
    disk.delete(temporary);
  }

  private void backUp(Staged staged, Path backup) throws IOException {
    Path target = staged.target();
    if (!staged.modes().isEmpty() && !narrowed(target)) {
      Path copy = temporary(target);
      journal.add(List.of(new JournalEntry.Temporary(copy)));
      disk.createFile(copy, Access.OWNER_ONLY);
      disk.write(copy, disk.read(target));
      disk.force(copy);
      disk.move(copy, backup);
      return;
    }
    try {
      disk.link(backup, target);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException _) {
      // FAT, many network shares and Linux's fs.protected_hardlinks refuse second names.
      Path copy = temporary(target);
      journal.add(List.of(new JournalEntry.Temporary(copy)));
      disk.copy(target, copy);
      disk.force(copy);
      disk.move(copy, backup);
    }
  }

  /** False for a file of somebody else, whose modes are not ours to change. */
  private boolean narrowed(Path target) throws IOException {
    try {
      disk.settle(target, Access.OWNER_ONLY);
      return true;
    } catch (IOException e) {
      if (DiskProblem.of(e, target).key().equals("files.problem.no-right")) {
        return false;
      }
      throw e;
    }
  }

  private Path temporary(Path target) {
    number++;
    return target.resolveSibling(".certwright-" + id + "-" + number + ".tmp");
  }

  private Path freeBackup(Path target) throws IOException {
    String name = target.getFileName() + ".backup-" + stamp;
    Path backup = target.resolveSibling(name);
    for (int i = 2; disk.look(backup) != Disk.Kind.NOTHING || backups.contains(backup); i++) {
      backup = target.resolveSibling(name + "-" + i);
    }
    backups.add(backup);
    return backup;
  }
}
