package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A plan that writes nothing outside a practice.
 *
 * @param room everything is written in here
 */
record PracticePlanning(Planning planning, Path room) implements Planning {
  @Override
  public Checked<Plan> plan(Surroundings seen) {
    Path folder = seen.folder().path().toAbsolutePath().normalize();
    return folder.startsWith(room)
        ? planning.plan(seen)
        : Checked.bad(Problem.of(WhereModel.FOLDER, "practice.folder.other"));
  }

  @Override
  public Optional<Path> home() {
    return Optional.empty();
  }
}
