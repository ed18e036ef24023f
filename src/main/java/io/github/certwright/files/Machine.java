package io.github.certwright.files;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The computer as far as rooms ask about it, so that the rules of every system can be tried on any.
 *
 * @param system the kind of operating system
 * @param files its file system
 * @param environment its environment variables
 * @param home the user's home folder
 */
public record Machine(
    OperatingSystem system, FileSystem files, Map<String, String> environment, Path home) {
  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The kinds of operating system that differ for us. */
  public enum OperatingSystem {
    WINDOWS,
    MACOS,
    LINUX
  }

  /** This computer. */
  public static Machine here() {
    return new Machine(
        systemNamed(System.getProperty("os.name")),
        FileSystems.getDefault(),
        System.getenv(),
        home(System.getProperty("user.home"), System.getenv("HOME")));
  }

  /** Java says "?" for a user whom the system's list does not name, as in many containers. */
  static Path home(String java, String variable) {
    Path known = Path.of(java);
    return known.isAbsolute() || variable == null ? known.toAbsolutePath() : Path.of(variable);
  }

  private static OperatingSystem systemNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return OperatingSystem.WINDOWS;
    }
    return lower.startsWith("mac") ? OperatingSystem.MACOS : OperatingSystem.LINUX;
  }

  /** An environment variable; on Windows letter case does not matter. */
  public Optional<String> variable(String name) {
    return environment.entrySet().stream()
        .filter(
            e ->
                system == OperatingSystem.WINDOWS
                    ? e.getKey().equalsIgnoreCase(name)
                    : e.getKey().equals(name))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** The absolute folder an environment variable names, if it names one. */
  public Optional<Path> folder(String variable) {
    return variable(variable).flatMap(this::absolute);
  }

  /** The first that is set, or the fallback. */
  Path folderOr(String variable, Path fallback) {
    return folder(variable).orElse(fallback);
  }

  /** Standard places for programs on this system, most likely first. */
  public List<Path> programFolders() {
    return switch (system) {
      case WINDOWS ->
          List.of(
              folderOr("ProgramFiles", files.getPath("C:\\Program Files")),
              folderOr("ProgramFiles(x86)", files.getPath("C:\\Program Files (x86)")),
              folderOr("LOCALAPPDATA", home.resolve("AppData").resolve("Local")));
      case MACOS -> List.of(files.getPath("/Applications"), home.resolve("Applications"));
      case LINUX -> List.of(files.getPath("/opt"), home);
    };
  }

  private Optional<Path> absolute(String text) {
    try {
      Path path = files.getPath(text);
      return path.isAbsolute() ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
