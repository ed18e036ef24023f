package io.github.certwright.wizard;

import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;

/** What "Set up this computer" asks of the world outside the window; slow like all services. */
public interface Installs {

  /**
   * The fingerprint that a server shows now, for a person to compare; sends nothing but the
   * handshake.
   *
   * @throws ProblemException when the server cannot be reached or offers no secure connection
   */
  Fingerprint shown(PairSource.Ask server, Cancellation cancellation) throws ProblemException;

  /**
   * Reads the pair; changes nothing.
   *
   * @return the pair, which the caller closes
   * @throws ProblemException when the source is not fit
   */
  ReadPair read(PairSource source, Cancellation cancellation) throws ProblemException;

  /** What installing into these folders would do, or why it cannot be done. */
  Checked<List<PlannedInstall>> plan(List<Path> folders);

  /** Installs the pair. */
  Ended run(
      ReadPair pair, List<PlannedInstall> installs, Progress progress, Cancellation cancellation);
}
