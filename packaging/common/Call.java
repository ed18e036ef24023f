import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs another program; what it prints is shown only when it fails. */
final class Call {
  private Call() {}

  static void run(Path log, String... words) throws IOException, InterruptedException {
    run(log, Map.of(), List.of(words));
  }

  /**
   * Waits for the program.
   *
   * @param environment added to this process's own
   * @throws IOException when it ends with another code than 0
   */
  static void run(Path log, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(words))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(
          String.join(" ", words)
              + "\nended with "
              + code
              + ":\n"
              + new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }
  }

  /** Whether a program of this name can be started. */
  static boolean exists(String program) {
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, program))
          || Files.isExecutable(Path.of(folder, program + ".exe"))) {
        return true;
      }
    }
    return false;
  }
}
