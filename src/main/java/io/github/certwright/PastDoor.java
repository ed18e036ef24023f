package io.github.certwright;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.PastRun;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RecoverJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.UndoJob;
import io.github.certwright.run.UndoPlan;
import io.github.certwright.run.Workbench;
import io.github.certwright.wizard.Past;
import io.github.certwright.wizard.RecentJob;
import java.util.List;
import java.util.Optional;

/** Jobs of the past, as the wizard asks for them. */
final class PastDoor implements Past {
  private final Workbench bench;

  PastDoor(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public List<RecentJob> kept() throws ProblemException {
    return new UndoJob(bench).list().stream().map(PastDoor::recent).toList();
  }

  private static RecentJob recent(PastRun run) {
    return new RecentJob(
        run.job(),
        run.server(),
        run.when(),
        run.ends(),
        run.folder(),
        run.tools(),
        run.fingerprint(),
        run.sent(),
        Optional.of(run.id()),
        run.undone());
  }

  @Override
  public Undoing undoing(String receipt) throws ProblemException {
    UndoJob job = new UndoJob(bench);
    UndoPlan plan = job.plan(job.find(receipt));
    List<Plan.Step> steps = plan.steps();
    List<Problem> problems = plan.problems();
    return new Undoing() {
      @Override
      public List<Plan.Step> steps() {
        return steps;
      }

      @Override
      public List<Problem> problems() {
        return problems;
      }

      @Override
      public RunReport run(Progress progress) {
        return job.run(plan, progress);
      }
    };
  }

  @Override
  public List<Problem> waiting() {
    return new RecoverJob(bench).look();
  }

  @Override
  public RunReport recover() {
    return new RecoverJob(bench).run();
  }
}
