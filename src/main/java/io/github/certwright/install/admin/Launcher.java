package io.github.certwright.install.admin;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Starts a program and waits for its end. */
@FunctionalInterface
public interface Launcher {

  /**
   * How a program ended.
   *
   * @param output what it printed, in UTF-8, shortened where it is far too much
   * @param errors what it complained of, likewise
   */
  record Ended(int exitCode, String output, String errors) {}

  /**
   * Runs it with an empty standard input.
   *
   * @param cancelled asked again and again; when true the program is asked to end
   * @throws IOException when it cannot be started
   */
  Ended launch(List<String> command, BooleanSupplier cancelled) throws IOException;
}
