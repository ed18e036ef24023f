package io.github.certwright.run;

import io.github.certwright.install.admin.Launcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Starts a real program; one that is asked to end is waited for all the same. */
final class ProcessLauncher implements Launcher {
  private static final int MOST_OUTPUT = 4 * 1024 * 1024;
  private static final int LOOK_EVERY_MILLIS = 100;

  @Override
  public Ended launch(List<String> command, BooleanSupplier cancelled) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    keepSecrets(builder.environment());
    Process process = builder.start();
    try {
      OutputStream input = process.getOutputStream();
      input.close();
    } catch (IOException e) {
      System.getLogger(ProcessLauncher.class.getName())
          .log(System.Logger.Level.DEBUG, "A program ended before its input was closed.", e);
    }
    FutureTask<String> output = reading(process.getInputStream());
    FutureTask<String> errors = reading(process.getErrorStream());
    boolean interrupted = false;
    boolean asked = false;
    while (true) {
      try {
        if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException _) {
        interrupted = true;
      }
      if (!asked && (interrupted || cancelled.getAsBoolean())) {
        asked = true;
        // Once it has its rights the system refuses this, and its end must be waited for.
        process.destroy();
      }
    }
    Ended ended = new Ended(process.exitValue(), text(output), text(errors));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return ended;
  }

  /**
   * Other programs, and what they start in turn, get everything but the passwords and tokens that
   * were put there for this one.
   */
  static void keepSecrets(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(name -> name.toUpperCase(Locale.ROOT).matches("CERTWRIGHT_.*(PASSWORD|TOKEN)"));
  }

  private static FutureTask<String> reading(InputStream in) {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              try (in) {
                byte[] start = in.readNBytes(MOST_OUTPUT);
                in.skip(Long.MAX_VALUE);
                return new String(start, StandardCharsets.UTF_8);
              }
            });
    Thread.ofVirtual().name("program output").start(task);
    return task;
  }

  private static String text(FutureTask<String> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException _) {
          interrupted = true;
        } catch (ExecutionException _) {
          // What a program says explains its end; without it the end still counts.
          return "";
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
