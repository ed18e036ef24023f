package io.github.certwright.wizard;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A modeling tool on this computer, as the list shows it.
 *
 * @param folder its install folder
 * @param product for example {@code Cameo Systems Modeler}
 * @param version as found, or empty when unknown
 * @param looksLikeTool false for a folder chosen by hand that resembles no tool
 * @param writable whether its {@code certs} folder can be written without other rights
 * @param installed what is installed there now
 * @param until when what is installed ends, where that can be read
 */
public record Tool(
    Path folder,
    String product,
    String version,
    boolean looksLikeTool,
    boolean writable,
    Installed installed,
    Optional<Instant> until) {

  /** What stands in a tool's {@code certs} folder. */
  public enum Installed {
    NOTHING,
    CERTIFICATE,
    /** Files are there, but not readable as a certificate with its password. */
    UNREADABLE
  }
}
