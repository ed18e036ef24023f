package io.github.certwright.server;

import io.github.certwright.problem.Problem;
import java.util.List;

/** How an upload ended; what may be undone afterwards depends on it. */
public sealed interface UploadOutcome {

  /**
   * Teamwork Cloud has the keystore: the new settings were read back.
   *
   * @param user who signed in, as the server names them
   * @param version what the server calls its version
   * @param before the settings found
   * @param now the settings read back
   * @param answered whether the change itself was answered; false when only reading back settled it
   * @param warnings worth knowing, for example that signing out failed
   */
  record Uploaded(
      String user,
      String version,
      TlsSettings before,
      TlsSettings now,
      boolean answered,
      List<Problem> warnings)
      implements UploadOutcome {
    public Uploaded {
      warnings = List.copyOf(warnings);
    }
  }

  /** The keystore never left this computer; everything on the server is as it was. */
  record NotSent(Problem problem) implements UploadOutcome {}

  /** The keystore was sent and the server did not take it; its settings are as they were. */
  record Refused(Problem problem) implements UploadOutcome {}

  /**
   * The keystore was sent and it is not known whether the server took it: undo nothing.
   *
   * @param cause what stood in the way of knowing
   */
  record Unclear(Problem problem, Problem cause) implements UploadOutcome {}
}
