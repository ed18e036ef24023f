package io.github.certwright.wizard;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import java.util.List;

/** Jobs of the past and what is left of them, as the start page asks; slow like all services. */
public interface Past {

  /**
   * The jobs of which a receipt was kept, newest first.
   *
   * @throws ProblemException when the receipts cannot be read
   */
  List<RecentJob> kept() throws ProblemException;

  /**
   * What undoing a job would do now; changes nothing.
   *
   * @param receipt of the job
   * @throws ProblemException when there is no such job, or it was undone already
   */
  Undoing undoing(String receipt) throws ProblemException;

  /** What a crash left and waits to be repaired; empty when nothing does. Changes nothing. */
  List<Problem> waiting();

  /** Finishes or undoes what a crash left; the problems say what it was. */
  RunReport recover();

  /** An undo that waits to be agreed to. */
  interface Undoing {
    /** One sentence for each file and folder that is put back or removed. */
    List<Plan.Step> steps();

    /** What is left alone, and why. */
    List<Problem> problems();

    /**
     * Undoes it; cannot be cancelled.
     *
     * @return done, partly when something was left alone, failed when nothing was changed
     */
    RunReport run(Progress progress);
  }
}
