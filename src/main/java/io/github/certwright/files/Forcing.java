package io.github.certwright.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings many files to the medium. Whoever owns threads may do it with several at once, because a
 * disk serves many waiting requests in hardly more time than one.
 */
@FunctionalInterface
public interface Forcing {

  /**
   * Forces each file.
   *
   * @return the files that could not be forced
   */
  Map<Path, IOException> force(Disk disk, List<Path> files);

  /** One after the other. */
  static Forcing inTurn() {
    return (disk, files) -> {
      Map<Path, IOException> failures = new LinkedHashMap<>();
      for (Path file : files) {
        try {
          disk.force(file);
        } catch (IOException e) {
          failures.put(file, e);
        }
      }
      return failures;
    };
  }
}
