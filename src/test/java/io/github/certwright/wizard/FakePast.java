package io.github.certwright.wizard;

import io.github.certwright.plan.Plan.Step;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Progress;
import io.github.certwright.run.Progress.StepReport;
import io.github.certwright.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A made-up past, which remembers what it was asked. */
public final class FakePast implements Past {
  public List<RecentJob> kept = new ArrayList<>();
  public List<Step> steps =
      List.of(
          new Step(
              "undo.1",
              "run.undo.put-back.text",
              List.of(
                  "/opt/MagicDraw/certs/cert.jks",
                  "/opt/MagicDraw/certs/cert.jks.2026-11-12T10-00.bak")),
          new Step("undo.2", "run.undo.remove.text", List.of("/opt/MSOSA/certs/cert.pass")));
  public List<Problem> left = List.of();
  public RunReport.State ends = RunReport.State.DONE;
  public Optional<Problem> refuses = Optional.empty();
  public List<Problem> waiting = List.of();
  public RunReport.State recovers = RunReport.State.DONE;
  public List<Problem> recovered = List.of();
  public Runnable meanwhile = () -> {};
  private final List<String> asked;

  FakePast(List<String> asked) {
    this.asked = asked;
  }

  @Override
  public List<RecentJob> kept() {
    return List.copyOf(kept);
  }

  @Override
  public Undoing undoing(String receipt) throws ProblemException {
    asked.add("undoing " + receipt);
    if (refuses.isPresent()) {
      throw new ProblemException(refuses.get());
    }
    return new Undoing() {
      @Override
      public List<Step> steps() {
        return steps;
      }

      @Override
      public List<Problem> problems() {
        return left;
      }

      @Override
      public RunReport run(Progress progress) {
        asked.add("undo " + receipt);
        for (Step step : steps) {
          progress.step(new StepReport(step, Progress.State.RUNNING, Optional.empty()));
          progress.step(new StepReport(step, Progress.State.DONE, Optional.empty()));
          meanwhile.run();
        }
        return report(ends, left);
      }
    };
  }

  @Override
  public List<Problem> waiting() {
    return waiting;
  }

  @Override
  public RunReport recover() {
    asked.add("recover");
    return report(recovers, recovered);
  }

  private static RunReport report(RunReport.State state, List<Problem> problems) {
    return new RunReport(
        state,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        problems);
  }
}
