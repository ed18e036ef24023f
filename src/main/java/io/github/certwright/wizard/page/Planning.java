package io.github.certwright.wizard.page;

import io.github.certwright.answers.Answers;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Planner;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.problem.Checked;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns everything answered into a plan; pure, and called on the window's thread. */
interface Planning {

  /** The plan with its warnings, or all problems. */
  Checked<Plan> plan(Surroundings seen);

  /** The folder in which the files stand that are replaced; empty where new ones are made. */
  Optional<Path> home();

  /**
   * A new pair.
   *
   * @param answers all answers with secrets of their own, which are closed
   */
  static Planning creating(Supplier<Answers> answers) {
    return new Planning() {
      @Override
      public Checked<Plan> plan(Surroundings seen) {
        Answers all = answers.get();
        try {
          return Planner.plan(all, seen);
        } finally {
          AllAnswers.close(all);
        }
      }

      @Override
      public Optional<Path> home() {
        return Optional.empty();
      }
    };
  }
}
