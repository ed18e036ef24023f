package io.github.certwright.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Finds the user's configuration folder for Certwright. */
public final class SettingsFolder {
  private SettingsFolder() {}

  /**
   * The folder by the customs of the system: {@code %APPDATA%} on Windows, {@code
   * ~/Library/Application Support} on macOS, elsewhere {@code XDG_CONFIG_HOME} of the XDG Base
   * Directory Specification, which must be absolute to count.
   *
   * @param osName the system property {@code os.name}
   * @param environment the environment variables
   * @param home the user's home folder
   */
  public static Path of(String osName, Map<String, String> environment, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return named(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"))
          .resolve("Certwright");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Certwright");
    }
    return named(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("certwright");
  }

  private static Path named(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    Path path = otherwise.getFileSystem().getPath(value);
    return path.isAbsolute() ? path : otherwise;
  }
}
