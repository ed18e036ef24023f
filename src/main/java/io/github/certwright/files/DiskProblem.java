package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the operating system's refusals mean for a person. Java gives most of them only as the
 * system's own text (strerror(3), FormatMessage), so that text is what tells them apart.
 */
public final class DiskProblem {
  private static final long ALMOST_NOTHING = 64 * 1024;
  private static final List<String> FULL =
      List.of("no space left", "not enough space", "disk quota exceeded", "disk is full");
  private static final List<String> READ_ONLY = List.of("read-only file system", "write protected");
  private static final List<String> BUSY =
      List.of(
          "resource busy",
          "text file busy",
          "used by another process",
          "locked a portion",
          "ebusy");
  private static final List<String> BROKEN =
      List.of("input/output error", "i/o device error", "cyclic redundancy");
  private static final List<String> TOO_LONG = List.of("file name too long", "path is too long");
  private static final List<String> NO_RIGHT =
      List.of("permission denied", "not permitted", "access is denied");

  private DiskProblem() {}

  /**
   * The problem behind a failed operation on {@code path}; its arguments are the path and the
   * folder it stands in.
   */
  public static Problem of(IOException failure, Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return Problem.of("", key(failure, path), path, folder == null ? path : folder)
        .withDetail(String.valueOf(failure));
  }

  static ProblemException exception(IOException failure, Path path) {
    return new ProblemException(of(failure, path), failure);
  }

  static boolean isBusy(IOException failure) {
    return says(failure, BUSY);
  }

  private static String key(IOException failure, Path path) {
    if (says(failure, FULL)) {
      return "files.problem.full";
    }
    if (failure instanceof AtomicMoveNotSupportedException) {
      return "files.problem.no-atomic-move";
    }
    if (failure instanceof ClosedByInterruptException) {
      return "files.problem.interrupted";
    }
    if (says(failure, READ_ONLY)) {
      return "files.problem.read-only";
    }
    if (isBusy(failure)) {
      return "files.problem.locked";
    }
    if (failure instanceof AccessDeniedException || says(failure, NO_RIGHT)) {
      return "files.problem.no-right";
    }
    if (says(failure, TOO_LONG)) {
      return "files.problem.too-long";
    }
    if (failure instanceof NotDirectoryException || says(failure, List.of("not a directory"))) {
      return "files.problem.not-a-folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "files.problem.appeared";
    }
    if (failure instanceof NoSuchFileException) {
      return "files.problem.missing";
    }
    if (says(failure, BROKEN)) {
      return "files.problem.broken-disk";
    }
    return hardlyAnySpace(path) ? "files.problem.full" : "files.problem.other";
  }

  private static boolean says(IOException failure, List<String> texts) {
    String reason =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    if (reason == null) {
      return false;
    }
    String lower = reason.toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(lower::contains);
  }

  // The system's text may be in the person's language; the free space is not.
  private static boolean hardlyAnySpace(Path path) {
    Path folder = path.toAbsolutePath();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    try {
      return folder != null && Files.getFileStore(folder).getUsableSpace() < ALMOST_NOTHING;
    } catch (IOException e) {
      return false;
    }
  }
}
