package io.github.certwright.files;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Keeps two runs of the program apart while one of them reads a file and writes it anew, so that
 * neither loses what the other wrote. A crash gives the turn back.
 */
public final class OneAtATime implements AutoCloseable {
  private final FolderLock lock;

  private OneAtATime(FolderLock lock) {
    this.lock = lock;
  }

  /**
   * Waits about a second for the other run.
   *
   * @param folder of Certwright's own, made when missing, owner only
   * @throws ProblemException when the folder cannot be made or the other run takes too long
   */
  public static OneAtATime take(Disk disk, Path folder) throws ProblemException {
    try {
      Journal.makeFolders(disk, folder);
    } catch (IOException e) {
      throw DiskProblem.exception(e, folder);
    }
    return new OneAtATime(FolderLock.take(disk, folder, UUID.randomUUID().toString()));
  }

  @Override
  public void close() {
    try {
      lock.giveBack();
    } catch (IOException e) {
      System.getLogger(OneAtATime.class.getName())
          .log(System.Logger.Level.DEBUG, "A lock file stays for the next turn.", e);
    }
  }
}
