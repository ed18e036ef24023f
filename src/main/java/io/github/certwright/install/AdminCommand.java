package io.github.certwright.install;

import io.github.certwright.files.Machine.OperatingSystem;
import java.nio.file.Path;

/** The command line by which an administrator copies the pair into a tool's folder. */
final class AdminCommand {
  private AdminCommand() {}

  /**
   * For {@code sh} with {@code sudo}, or for PowerShell started as administrator.
   *
   * @param source folder that holds {@code cert.jks} and {@code cert.pass}
   */
  static String copy(OperatingSystem system, Path source, CertsFolder target) {
    Path store = source.resolve("cert.jks");
    Path password = source.resolve("cert.pass");
    if (system == OperatingSystem.WINDOWS) {
      return "New-Item -ItemType Directory -Force -Path "
          + powerShell(target.path())
          + "; Copy-Item -LiteralPath "
          + powerShell(store)
          + ","
          + powerShell(password)
          + " -Destination "
          + powerShell(target.path());
    }
    return "sudo mkdir -p "
        + sh(target.path())
        + " && sudo install -m 644 "
        + sh(store)
        + " "
        + sh(password)
        + " "
        + sh(target.path());
  }

  private static String sh(Path path) {
    return Quoting.sh(path.toString());
  }

  private static String powerShell(Path path) {
    // PowerShell takes typographic quotes for single quotes too (about_Quoting_Rules).
    return "'" + path.toString().replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
  }
}
