package io.github.certwright.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings many files or folders to the medium. Whoever owns threads may do it with several at once,
 * because a disk serves many waiting requests in hardly more time than one.
 */
@FunctionalInterface
public interface Forcing {

  /** Forces one file or folder. */
  @FunctionalInterface
  interface Act {
    void on(Path path) throws IOException;
  }

  /**
   * Forces each, and comes back when all of them are on the medium or have failed.
   *
   * @return those that could not be forced
   */
  Map<Path, IOException> force(List<Path> paths, Act act);

  /** One after the other. */
  static Forcing inTurn() {
    return (paths, act) -> {
      Map<Path, IOException> failures = new LinkedHashMap<>();
      for (Path path : paths) {
        try {
          act.on(path);
        } catch (IOException e) {
          failures.put(path, e);
        }
      }
      return failures;
    };
  }
}
