package io.github.certwright.files;

import java.nio.file.Path;
import java.util.List;

/**
 * Files of one folder that change together or not at all.
 *
 * @param folder absolute; made when missing, but not the folders above it
 * @param files each with a target directly in the folder
 */
public record FileGroup(Path folder, List<NewFile> files) {
  public FileGroup {
    folder = folder.toAbsolutePath().normalize();
    files = List.copyOf(files);
  }
}
