package io.github.certwright.plan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What was seen on this computer just before planning, so that the plan itself needs no disk and no
 * clock.
 *
 * @param now the moment the plan is made
 * @param folder the folder for the files
 * @param kitExists whether a file stands where the client kit is to go, when that is not in the
 *     folder
 * @param tools the chosen tool folders, in the order of the answers
 */
public record Surroundings(
    Instant now, FolderFacts folder, boolean kitExists, List<ToolFacts> tools) {
  public Surroundings {
    tools = List.copyOf(tools);
  }

  /**
   * The folder for the files.
   *
   * @param path absolute path
   * @param state what stands there
   * @param names names of the entries already in it
   * @param freeBytes space left on its disk, or {@link Long#MAX_VALUE} when unknown
   * @param synchronised name of the service that copies it elsewhere ("OneDrive"), or empty
   */
  public record FolderFacts(
      Path path, FolderState state, Set<String> names, long freeBytes, String synchronised) {
    public FolderFacts {
      names = Set.copyOf(names);
    }
  }

  /** What stands at the path of the output folder. */
  public enum FolderState {
    /** Nothing yet, and it can be made. */
    NEW,
    /** A folder that can be written. */
    WRITABLE,
    /** A folder, or the nearest existing parent of a new one, that may not be written. */
    NOT_WRITABLE,
    /** A file, or something else that is not a folder. */
    NOT_A_FOLDER,
    /** The text cannot be a path on this system. */
    NOT_A_PATH
  }

  /**
   * One modeling tool's folder.
   *
   * @param path install folder
   * @param label product and version, for sentences
   * @param exists whether the folder is there
   * @param isTool whether it looks like a modeling tool
   * @param writable whether its {@code certs} folder can be written without other rights
   * @param hasStore whether a {@code cert.jks} is there now
   * @param hasPassword whether a {@code cert.pass} is there now
   */
  public record ToolFacts(
      Path path,
      String label,
      boolean exists,
      boolean isTool,
      boolean writable,
      boolean hasStore,
      boolean hasPassword) {}
}
