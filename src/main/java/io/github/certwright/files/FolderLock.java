package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps two transactions on one folder apart, also those of two users or of two computers on a
 * share. The file is made when taken and removed when given back; a crash leaves the file but not
 * the lock.
 */
final class FolderLock {
  static final String NAME = ".certwright.lock";
  private static final int TRIES = 20;
  private static final long PAUSE_NANOS = 50_000_000;
  private static final int SIZES = 16_384;

  private final Disk disk;
  private final Path file;
  private final Disk.Held held;

  private FolderLock(Disk disk, Path file, Disk.Held held) {
    this.disk = disk;
    this.file = file;
    this.held = held;
  }

  /**
   * Takes the lock, waiting about a second for another run to finish.
   *
   * @param id tells this transaction from every other
   */
  static FolderLock take(Disk disk, Path folder, String id) throws ProblemException {
    for (int i = 0; i < TRIES; i++) {
      try {
        Optional<FolderLock> lock = tryTake(disk, folder, id);
        if (lock.isPresent()) {
          return lock.get();
        }
      } catch (IOException e) {
        throw DiskProblem.exception(e, folder.resolve(NAME));
      }
      PatientDisk.pause(PAUSE_NANOS);
    }
    throw new ProblemException(Problem.of("", "files.problem.in-use", folder));
  }

  /** Takes the lock at once or not at all. */
  static Optional<FolderLock> tryTake(Disk disk, Path folder, String id) throws IOException {
    Path file = folder.resolve(NAME);
    Optional<Disk.Held> held = disk.hold(file);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    boolean ours = false;
    try {
      // The holder before us may have removed the file between our opening and our locking it.
      // Java cannot ask an open file for its identity, so each holder gives it a size of its own.
      held.get().append(mark(id));
      ours = held.get().current();
      return ours ? Optional.of(new FolderLock(disk, file, held.get())) : Optional.empty();
    } finally {
      if (!ours) {
        held.get().close();
      }
    }
  }

  private static byte[] mark(String id) {
    String padding = " ".repeat(Math.floorMod(id.hashCode(), SIZES));
    return (id + padding + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Removes the file and gives the lock back. */
  void giveBack() throws IOException {
    try {
      disk.delete(file);
    } finally {
      held.close();
    }
  }
}
