package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command does around its own job: common options, printing, exit code. */
abstract class JobCommand implements Callable<Integer> {
  private final String job;
  private final Wiring wiring;
  private final Terminal terminal;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  JobCommand(String job, Wiring wiring, Terminal terminal) {
    this.job = job;
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public final Integer call() {
    common.add(((Root) spec.root().userObject()).common());
    List<Problem> problems = new ArrayList<>(common.problem().stream().toList());
    try (Face face = new Face(job, wiring, terminal, common)) {
      return face.end(perform(face, problems));
    }
  }

  private JobDocument perform(Face face, List<Problem> problems) {
    try {
      if (problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      JobDocument document = perform(face);
      problems.addAll(wiring.notices().get());
      return document.with(document.report().withWarnings(problems)).change(face.found());
    } catch (ProblemException e) {
      return face.refused(List.of(e.problem()));
    }
  }

  /**
   * Does the job.
   *
   * @throws ProblemException when an answer does not pass; nothing was done then
   */
  abstract JobDocument perform(Face face) throws ProblemException;
}
