package io.github.certwright.wizard;

import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
      ReadPair pair,
      List<PlannedInstall> installs,
      Rights rights,
      Progress progress,
      Cancellation cancellation);

  /** Whether this computer can ask for an administrator's rights, so that it is worth offering. */
  boolean mayAsk();

  /**
   * Puts the pair into a folder of Certwright's own for an administrator to copy, unless it stands
   * there already.
   *
   * @return the folder in which {@code cert.jks} and {@code cert.pass} stand
   * @throws ProblemException when it cannot be written
   */
  Path forAdministrator(ReadPair pair) throws ProblemException;

  /**
   * Saves a page (HTML) that tells an administrator what to copy where.
   *
   * @param source the folder in which {@code cert.jks} and {@code cert.pass} stand
   * @param tools the tools that could not be changed
   * @throws ProblemException when it cannot be written
   */
  void saveInstructions(Path source, CertificateFacts made, List<ToolReport> tools, Path to)
      throws ProblemException;

  /**
   * The password that stands in {@code cert.pass} beside a keystore; empty when there is none or it
   * cannot be read. The caller closes it.
   */
  Optional<Secret> passwordBeside(Path keystore);

  /** The certificate somebody agreed to before for this server; empty when nobody did. */
  Optional<Fingerprint> agreed(PairSource.Ask server);

  /** Remembers that somebody compared this certificate and found it the right one. */
  void agree(PairSource.Ask server, Fingerprint fingerprint);
}
