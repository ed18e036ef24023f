package io.github.certwright.files;

import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Surroundings.FolderFacts;
import io.github.certwright.plan.Surroundings.FolderState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a folder in which files are to be written, without writing anything. */
public final class FolderLook {
  private static final Map<String, String> SERVICES =
      Map.of(
          "onedrive", "OneDrive",
          "dropbox", "Dropbox",
          "google drive", "Google Drive",
          "googledrive", "Google Drive",
          "my drive", "Google Drive",
          "mobile documents", "iCloud Drive",
          "icloud drive", "iCloud Drive",
          "iclouddrive", "iCloud Drive");

  private FolderLook() {}

  /**
   * The facts about a folder.
   *
   * @param typed as typed; a leading {@code ~} is the home folder
   * @param workingFolder what relative paths are resolved against
   */
  public static FolderFacts at(String typed, Machine machine, Path workingFolder) {
    try {
      return at(resolve(typed.strip(), machine, workingFolder));
    } catch (InvalidPathException e) {
      return new FolderFacts(workingFolder, FolderState.NOT_A_PATH, Set.of(), Long.MAX_VALUE, "");
    }
  }

  /** The facts about a folder at an absolute path. */
  public static FolderFacts at(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    Path nearest = path;
    while (nearest != null && !Files.exists(nearest, LinkOption.NOFOLLOW_LINKS)) {
      nearest = nearest.getParent();
    }
    if (nearest == null) {
      return new FolderFacts(path, FolderState.NOT_WRITABLE, Set.of(), Long.MAX_VALUE, "");
    }
    FolderState state = FolderState.NEW;
    Set<String> names = Set.of();
    if (!Files.isDirectory(nearest)) {
      state = FolderState.NOT_A_FOLDER;
    } else if (!Files.isWritable(nearest)) {
      state = FolderState.NOT_WRITABLE;
    } else if (nearest.equals(path)) {
      state = FolderState.WRITABLE;
    }
    if (nearest.equals(path) && state != FolderState.NOT_A_FOLDER) {
      names = names(path);
    }
    return new FolderFacts(path, state, names, free(nearest), synchronisedBy(path));
  }

  private static Path resolve(String typed, Machine machine, Path workingFolder) {
    FileSystem files = machine.files();
    if (typed.equals("~")) {
      return machine.home();
    }
    if (typed.startsWith("~/") || typed.startsWith("~\\")) {
      return machine.home().resolve(files.getPath(typed.substring(2)));
    }
    if (typed.isEmpty()) {
      throw new InvalidPathException(typed, "No path");
    }
    return workingFolder.resolve(files.getPath(typed));
  }

  private static Set<String> names(Path folder) {
    Set<String> names = new HashSet<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (IOException | UncheckedIOException _) {
      // A folder that may be written but not listed still answers for each name asked about.
      names.clear();
    }
    // Where letter case does not matter, keystore.jks stands in the way of KeyStore.jks.
    for (FileRole role : FileRole.values()) {
      if (Files.exists(folder.resolve(role.fileName()), LinkOption.NOFOLLOW_LINKS)) {
        names.add(role.fileName());
      }
    }
    return names;
  }

  private static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException | UnsupportedOperationException _) {
      return Long.MAX_VALUE;
    }
  }

  /** Name of the service that copies a folder elsewhere, by the names these services use. */
  static String synchronisedBy(Path folder) {
    for (Path part : folder) {
      String name = part.toString().toLowerCase(Locale.ROOT);
      for (Map.Entry<String, String> service : SERVICES.entrySet()) {
        // Business accounts add a name: "OneDrive - Example", "Dropbox (Example)".
        if (name.equals(service.getKey())
            || name.startsWith(service.getKey() + " ")
            || name.startsWith(service.getKey() + "-")) {
          return service.getValue();
        }
      }
    }
    return "";
  }
}
