package io.github.certwright.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder for the time being, readable by its owner alone; closing removes it with everything in
 * it.
 */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** Where the system keeps its temporary files. */
  public static Path ofTheSystem() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /**
   * Makes one among the system's temporary files.
   *
   * @throws IOException when there is no room or no right
   */
  public static TemporaryFolder make(String prefix) throws IOException {
    return make(ofTheSystem(), prefix);
  }

  /**
   * Makes one in a folder that is there.
   *
   * @throws IOException when there is no room or no right
   */
  public static TemporaryFolder make(Path in, String prefix) throws IOException {
    // Files.createTempDirectory makes it owner-only where the system has POSIX modes.
    return new TemporaryFolder(Files.createTempDirectory(in, prefix));
  }

  public Path path() {
    return path;
  }

  /**
   * Links are removed, never followed; what cannot be removed is left to the system's own cleaning.
   */
  @Override
  public void close() {
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      System.getLogger(TemporaryFolder.class.getName())
          .log(System.Logger.Level.WARNING, "A temporary folder could not be removed.", e);
    }
  }
}
