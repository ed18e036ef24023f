package io.github.certwright.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs other people's programs, which judge what ours made. */
public final class Programs {
  private Programs() {}

  /** What a program said and how it ended. */
  public record Ran(int exitCode, String output) {}

  /** Runs a program with empty standard input and both outputs in one text. */
  public static Ran run(List<String> command) {
    return run(command, new byte[0]);
  }

  public static Ran run(List<String> command, byte[] input) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command.getFirst() + " did not end");
      }
      return new Ran(process.exitValue(), output);
    } catch (IOException e) {
      throw new IllegalStateException(command.getFirst() + " could not be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** keytool of the Java that runs the tests and of the one that runs Maven, where they differ. */
  public static List<String> keytools() {
    return Stream.of(System.getProperty("java.home"), System.getProperty("test.other.java.home"))
        .filter(home -> home != null)
        .map(home -> Path.of(home, "bin", "keytool").toString())
        .distinct()
        .toList();
  }
}
