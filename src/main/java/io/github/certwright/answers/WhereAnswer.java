package io.github.certwright.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where everything goes.
 *
 * @param folder the folder for the files, as typed; relative paths are resolved against the working
 *     folder
 * @param replace true when an existing {@code KeyStore.jks} there may be replaced (a backup is
 *     kept)
 * @param kit where to put the client kit when not in {@code folder}
 * @param tools install folders of the modeling tools that get the client pair
 * @param upload where to send the server keystore, if at all
 */
public record WhereAnswer(
    String folder,
    boolean replace,
    Optional<Path> kit,
    List<Path> tools,
    Optional<UploadAnswer> upload) {
  public WhereAnswer {
    tools = List.copyOf(tools);
  }
}
