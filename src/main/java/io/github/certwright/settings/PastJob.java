package io.github.certwright.settings;

import java.time.Instant;
import java.util.Optional;

/**
 * A finished job, as the start page recalls it.
 *
 * @param kind the command's name: for example {@code install}
 * @param server the main name the certificate was made for
 * @param created when the job ended
 * @param ends when the certificate ends
 * @param folder the folder that holds its files, or empty
 * @param fingerprint SHA-256 fingerprint of the certificate, 64 hexadecimal digits
 * @param receipt what finds the way back; empty when none was kept
 * @param undone when it was undone, if it was
 */
public record PastJob(
    String kind,
    String server,
    Instant created,
    Instant ends,
    String folder,
    String fingerprint,
    String receipt,
    Optional<Instant> undone) {
  /** The kind of a job that made a new pair. */
  public static final String CREATE = "create";

  /** The kind of a job that set this computer up. */
  public static final String INSTALL = "install";

  /** A new pair, of which no way back is known. */
  public PastJob(String server, Instant created, Instant ends, String folder, String fingerprint) {
    this(CREATE, server, created, ends, folder, fingerprint, "", Optional.empty());
  }

  /** The same, undone. */
  PastJob undoneAt(Instant when) {
    return new PastJob(
        kind, server, created, ends, folder, fingerprint, receipt, Optional.of(when));
  }
}
