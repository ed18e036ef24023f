package io.github.certwright;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.check.CheckTarget;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.CheckJob;
import io.github.certwright.run.CheckPage;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looking at connections and files, as the wizard asks for it. */
final class CheckDoor implements Checks {
  private final Workbench bench;
  private final CheckJob job;
  private final Keepsakes keepsakes;

  CheckDoor(Workbench bench, Pins pins, Keepsakes keepsakes) {
    this.bench = bench;
    this.keepsakes = keepsakes;
    job = new CheckJob(bench, pins);
  }

  @Override
  public CheckReport look(
      String typed, Optional<Secret> password, Consumer<Sentence> heard, Cancellation cancellation)
      throws ProblemException {
    return switch (CheckTarget.read(typed)) {
      case Checked.Good<CheckTarget> good ->
          job.run(List.of(good.value()), password, Optional.empty(), heard, cancellation)
              .getFirst();
      case Checked.Bad<CheckTarget> bad -> throw new ProblemException(bad.problems().getFirst());
    };
  }

  @Override
  public void saveReport(CheckReport report, Path to) throws ProblemException {
    keepsakes.save(to, new CheckPage(bench).of(report));
  }
}
