package io.github.certwright.install.admin;

import io.github.certwright.files.Access;
import io.github.certwright.files.Content;
import io.github.certwright.files.Disk;
import io.github.certwright.files.DiskProblem;
import io.github.certwright.files.TemporaryFolder;
import io.github.certwright.install.ClientPair;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The pair and the manifest of its installation in a fresh folder of the user alone, for the run
 * with an administrator's rights to take from. Closing removes it.
 */
public final class StagingFolder implements AutoCloseable {
  private final TemporaryFolder folder;
  private final String digest;
  private boolean closed;

  private StagingFolder(TemporaryFolder folder, String digest) {
    this.folder = folder;
    this.digest = digest;
  }

  /**
   * Writes everything.
   *
   * @throws ProblemException when there is no room or no right for temporary files
   */
  public static StagingFolder make(Disk disk, ClientPair pair, List<Path> tools)
      throws ProblemException {
    byte[] manifest = StagedInstall.of(pair, tools).toJson();
    TemporaryFolder folder;
    try {
      folder = TemporaryFolder.make("certwright-admin-");
    } catch (IOException e) {
      throw new ProblemException(
          DiskProblem.of(e, Path.of(System.getProperty("java.io.tmpdir"))), e);
    }
    boolean made = false;
    try {
      write(disk, folder.path().resolve("cert.jks"), pair.store());
      write(disk, folder.path().resolve("cert.pass"), pair.password());
      write(disk, folder.path().resolve(StagedInstall.FILE_NAME), manifest);
      made = true;
      return new StagingFolder(folder, Content.sha256(manifest));
    } catch (IOException e) {
      throw new ProblemException(DiskProblem.of(e, folder.path()), e);
    } finally {
      if (!made) {
        folder.close();
      }
    }
  }

  private static void write(Disk disk, Path file, byte[] content) throws IOException {
    // Rights as the folder's: on Windows another account's administrator must be able to read it.
    disk.createFile(file, Access.AS_FOLDER);
    disk.write(file, content);
  }

  public Path path() {
    return folder.path();
  }

  /** SHA-256 of the manifest, which vouches for everything else in the folder. */
  public String digest() {
    return digest;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      folder.close();
    }
  }
}
