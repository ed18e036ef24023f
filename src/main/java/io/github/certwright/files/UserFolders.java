package io.github.certwright.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user's own folders, by the customs of each system: the XDG base directories on Linux, Library
 * on macOS, LOCALAPPDATA on Windows. None of them is made here.
 *
 * @param configuration for preferences and pins
 * @param state for the journal, history and log
 * @param documents where people keep their own files
 */
public record UserFolders(Path configuration, Path state, Path documents) {

  /** The folders on a machine. */
  public static UserFolders on(Machine machine) {
    Path home = machine.home();
    return switch (machine.system()) {
      case WINDOWS -> {
        Path local =
            machine
                .folderOr("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                .resolve("Certwright");
        yield new UserFolders(
            local.resolve("Config"), local.resolve("State"), home.resolve("Documents"));
      }
      case MACOS -> {
        Path support = home.resolve("Library").resolve("Application Support").resolve("Certwright");
        yield new UserFolders(support, support.resolve("State"), home.resolve("Documents"));
      }
      case LINUX ->
          new UserFolders(
              machine.folderOr("XDG_CONFIG_HOME", home.resolve(".config")).resolve("certwright"),
              machine
                  .folderOr("XDG_STATE_HOME", home.resolve(".local").resolve("state"))
                  .resolve("certwright"),
              machine.folderOr("XDG_DOCUMENTS_DIR", home.resolve("Documents")));
    };
  }

  /**
   * The one of our own folders that cannot be written, or made where it is missing: a home folder
   * that is read-only, or none. Touches the disk.
   */
  public Optional<Path> closed() {
    return Stream.of(state, configuration).filter(folder -> !isOpen(folder)).findFirst();
  }

  private static boolean isOpen(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there != null && Files.notExists(there)) {
      there = there.getParent();
    }
    return there != null && Files.isDirectory(there) && Files.isWritable(there);
  }

  /** Where transactions note what they are about to change. */
  public Path journals() {
    return state.resolve("journals");
  }
}
