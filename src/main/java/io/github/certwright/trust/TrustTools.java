package io.github.certwright.trust;

import io.github.certwright.files.Disk;
import io.github.certwright.files.FileTransaction;
import io.github.certwright.files.Machine;
import io.github.certwright.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * What the stores work with, so that the rules of every system can be tried on any.
 *
 * @param machine this computer
 * @param root the folder below which the system's own folders lie
 * @param disk the only way to change a file
 * @param journals where transactions note how to undo themselves
 * @param clock tells which certificates have ended, and dates backups
 * @param programs the system's own programs
 * @param roots the root stores of Windows
 * @param mayWrite whether we may change a file or a folder's entries
 */
public record TrustTools(
    Machine machine,
    Path root,
    Disk disk,
    Path journals,
    Clock clock,
    Programs programs,
    WindowsRoots roots,
    Predicate<Path> mayWrite) {

  /** With the computer's own folders and rights. */
  public static TrustTools of(
      Machine machine, Disk disk, Path journals, Clock clock, Programs programs) {
    return new TrustTools(
        machine,
        machine.files().getPath("/"),
        disk,
        journals,
        clock,
        programs,
        WindowsRoots.ofJava(),
        Files::isWritable);
  }

  FileTransaction transaction() throws ProblemException {
    return FileTransaction.begin(disk, journals, clock);
  }
}
