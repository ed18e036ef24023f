package io.github.certwright.wizard;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.check.CheckReport;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.LocalNames;
import io.github.certwright.tls.Reachability;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything the wizard asks of the world outside its window. Each method may take its time (disk,
 * network, key generation) and is called through {@link Background} only; {@link GuardedServices}
 * refuses anything else.
 */
public interface Services {

  /** Whether a name leads anywhere, and whether the ports of Teamwork Cloud answer. */
  Reachability reach(HostName name, Cancellation cancellation);

  /** This computer's own names and addresses. */
  LocalNames localNames();

  /**
   * A folder to propose for the files of a server.
   *
   * @param server the server's main name
   * @param lastFolder the folder of the last job, or empty
   */
  String proposeFolder(String server, String lastFolder);

  /** The modeling tools on this computer, as many as were found until cancelled. */
  List<Tool> findTools(Cancellation cancellation);

  /**
   * Looks at one folder that was chosen by hand.
   *
   * @throws ProblemException when nothing can be installed there
   */
  Tool lookAtTool(Path folder) throws ProblemException;

  /** What stands on the disk where the files are to go. */
  Surroundings survey(WhereAnswer where);

  /** Looks at a server's certificate; sends nothing but the handshake. */
  ServerLook look(String url);

  /**
   * Remembers that the person agreed to a certificate.
   *
   * @throws ProblemException when it cannot be remembered
   */
  void agree(String url, Fingerprint fingerprint) throws ProblemException;

  /**
   * Signs in and out again, also when cancelled.
   *
   * @throws ProblemException when that is refused, or the server cannot be reached or trusted
   */
  SignedIn testSignIn(UploadAnswer upload, Cancellation cancellation) throws ProblemException;

  /** Reading a pair for modeling tools, and installing it. */
  Installs installs();

  /** Looking at connections and files. */
  Checks checks();

  /** Jobs of the past, their undoing, and what a crash left. */
  Past past();

  /** Requests to an authority, its answers, renewals and existing keystores. */
  KeyWork keys();

  /** Sending a keystore that exists. */
  Sends sends();

  /** A root authority of our own. */
  RootWork roots();

  /** The trust stores of this computer. */
  Trusting trusting();

  /**
   * Makes a pretend server and a pretend tool to practise on.
   *
   * @return closed by the caller
   * @throws ProblemException when no port can be opened or no folder made
   */
  Practice practise() throws ProblemException;

  /** Carries a plan out. */
  Ended run(
      Plan plan, Answers answers, Rights rights, Progress progress, Cancellation cancellation);

  /** Looks whether the server now offers the certificate that the client pair trusts. */
  CheckReport check(NewConnection made, Cancellation cancellation);

  /**
   * Saves a copy of one of the run's files elsewhere.
   *
   * @throws ProblemException when it cannot be written
   */
  void saveCopy(Path from, Path to) throws ProblemException;

  /**
   * Saves plain words (UTF-8) where a person wants them.
   *
   * @throws ProblemException when they cannot be written
   */
  void saveWords(String words, Path to) throws ProblemException;

  /**
   * Saves a calendar entry (RFC 5545) that reminds of the certificate's end.
   *
   * @throws ProblemException when it cannot be written
   */
  void saveReminder(RunReport.CertificateFacts certificate, Path to) throws ProblemException;

  /**
   * Shows a folder in the system's file manager.
   *
   * @throws ProblemException when the system offers none
   */
  void openFolder(Path folder) throws ProblemException;

  /** A run that has ended, and the way back while nothing else was done since. */
  interface Ended {
    RunReport report();

    /** What the way back is found by another day; empty when none was kept. */
    Optional<String> receipt();

    /** Whether {@link #undo()} would put anything back; never once a server was sent its key. */
    boolean mayUndo();

    /**
     * Puts files and tool folders back as they were; what a server was sent stays there.
     *
     * @return what could not be put back
     */
    List<Problem> undo();

    /** Gives the way back up. */
    void close();
  }
}
