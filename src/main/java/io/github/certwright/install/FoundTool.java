package io.github.certwright.install;

import java.nio.file.Path;

/**
 * A modeling tool on this computer.
 *
 * @param product its name, for example {@code Cameo Systems Modeler}
 * @param version for example {@code 2021xR2}, or empty when unknown
 * @param path its install folder
 */
public record FoundTool(String product, String version, Path path) {

  /** Product and version for sentences. */
  public String label() {
    return version.isEmpty() ? product : product + " " + version;
  }

  FoundTool withVersion(String known) {
    return new FoundTool(product, known, path);
  }
}
