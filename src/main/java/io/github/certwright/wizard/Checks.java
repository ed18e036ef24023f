package io.github.certwright.wizard;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The doors to looking at connections and files; each may take its time, as {@link Services}. */
public interface Checks {

  /**
   * Looks at a server or a file and changes nothing.
   *
   * @param typed an address, or the path of a file or of a tool's folder
   * @param password opens the file; stays the caller's to close
   * @param heard hears what is being looked at, on the thread that does the work
   * @throws ProblemException when it is neither an address nor a file
   */
  CheckReport look(
      String typed, Optional<Secret> password, Consumer<Sentence> heard, Cancellation cancellation)
      throws ProblemException;

  /**
   * Saves what was found as a page that can be printed (HTML).
   *
   * @throws ProblemException when it cannot be written
   */
  void saveReport(CheckReport report, Path to) throws ProblemException;
}
