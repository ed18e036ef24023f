package io.github.certwright.settings;

import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The one file behind the settings. */
public interface SettingsStore {

  /**
   * The content, or empty when there is no file yet.
   *
   * @throws IOException when there is one that cannot be read
   */
  Optional<byte[]> read() throws IOException;

  /**
   * Replaces the content as a whole, readable by its owner only.
   *
   * @throws ProblemException when it cannot be written; the old content stays
   */
  void write(byte[] content) throws ProblemException;

  /**
   * The same, but what could not be understood is kept beside it, readable by its owner only.
   *
   * @return where it is kept; empty when there was nothing, or it cannot be kept
   * @throws ProblemException when the new content cannot be written; the old content stays
   */
  default Optional<Path> replaceDamaged(byte[] content) throws ProblemException {
    write(content);
    return Optional.empty();
  }

  /**
   * Keeps other windows from changing the content until the turn is closed.
   *
   * @throws ProblemException when another window takes too long, or no turn can be had here
   */
  Turn turn() throws ProblemException;

  /** Reading and writing as one. */
  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
