package io.github.certwright.log;

import io.github.certwright.files.RotatingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Sends everything that is logged, by us, by Java and by libraries, to {@code certwright.log} in
 * the state folder, and nothing to the terminal. The folder and the file are made with the first
 * line, so that a run with nothing to tell leaves no trace; where they cannot be written, logging
 * is silently off, because a job must not fail for its log.
 */
public final class LogFile extends Handler {
  /** The file's name in the state folder. */
  public static final String NAME = "certwright.log";

  /** Older ones are {@code certwright.log.1} and {@code certwright.log.2}. */
  private static final int FILES = 3;

  private static final long MOST_BYTES = 1024 * 1024;

  /** Held, because Java forgets the level of a logger that nobody holds. */
  private final Logger ours = Logger.getLogger("io.github.certwright");

  private final RotatingFile file;

  private LogFile(Path state) {
    file = new RotatingFile(state.resolve(NAME), MOST_BYTES, FILES);
    setFormatter(new CalmFormatter());
    setLevel(Level.FINE);
    ours.setLevel(Level.FINE);
  }

  /** Takes the place of every other log handler of this process. */
  public static void install(Path state) {
    // Java's usual configuration has a handler that prints on standard error.
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new LogFile(state));
  }

  @Override
  public void publish(LogRecord entry) {
    if (!isLoggable(entry)) {
      return;
    }
    try {
      file.append(getFormatter().format(entry).getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // Full, read-only or somebody else's: there is nowhere to say so.
      return;
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
