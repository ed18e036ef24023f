package io.github.certwright.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The system's own programs that look after trust stores. */
public interface Programs {

  /** Where a program is, if this computer has it. */
  Optional<Path> find(String name);

  /**
   * Runs a program to its end, with an empty standard input; no argument is a secret.
   *
   * @throws IOException when it cannot be started
   */
  Ended run(List<String> command) throws IOException;

  /**
   * How a program ended.
   *
   * @param output what it printed
   * @param errors what it complained of
   */
  record Ended(int exitCode, String output, String errors) {
    /** Whether it says that it succeeded. */
    public boolean fine() {
      return exitCode == 0;
    }
  }
}
