package io.github.certwright.run;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Hears how a run goes on; called on the thread that runs the job, so a window must hand over to
 * its own.
 */
public interface Progress {

  /** The steps that will be run, once, before the first. */
  void planned(List<Plan.Step> steps);

  /** A step changed its state. */
  void step(StepReport report);

  /**
   * How far the running step is.
   *
   * @param fraction 0 to 1, or negative when it cannot be known
   */
  void fraction(String stepId, double fraction);

  /** What the server has now and what it is to have, before anything is sent to it. */
  default void found(SettingsChange change) {}

  /** Listens to nothing. */
  static Progress none() {
    return new Progress() {
      @Override
      public void planned(List<Plan.Step> steps) {}

      @Override
      public void step(StepReport report) {}

      @Override
      public void fraction(String stepId, double fraction) {}
    };
  }

  /** Where a step stands. */
  enum State {
    WAITING("waiting"),
    RUNNING("running"),
    DONE("done"),
    FAILED("failed"),
    UNDONE("undone"),
    SKIPPED("skipped");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word of the command line's JSON. */
    public String word() {
      return word;
    }
  }

  /**
   * A step and its state.
   *
   * @param problem why it failed or was left out
   */
  record StepReport(Plan.Step step, State state, Optional<Problem> problem) {}
}
