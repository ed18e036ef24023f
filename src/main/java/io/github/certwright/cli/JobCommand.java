package io.github.certwright.cli;

import io.github.certwright.problem.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What every command does around its own job: common options, printing, exit code. */
abstract class JobCommand implements Callable<Integer> {
  private final String job;
  private final Wiring wiring;
  private final Terminal terminal;

  @Mixin private CommonOptions common;

  JobCommand(String job, Wiring wiring, Terminal terminal) {
    this.job = job;
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public final Integer call() {
    Face face = new Face(job, wiring, terminal, common);
    try {
      return face.end(perform(face));
    } catch (ProblemException e) {
      return face.end(face.refused(List.of(e.problem())));
    }
  }

  /**
   * Does the job.
   *
   * @throws ProblemException when an answer does not pass; nothing was done then
   */
  abstract JobDocument perform(Face face) throws ProblemException;
}
