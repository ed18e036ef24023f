package io.github.certwright.cli;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.PastRun;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.UndoJob;
import io.github.certwright.run.UndoPlan;
import io.github.certwright.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code undo}: takes back what a job changed on this computer. */
@Command(name = "undo")
final class UndoCommand extends JobCommand {
  @Option(names = "--last", descriptionKey = "cli.undo.last")
  private boolean last;

  @Option(names = "--id", paramLabel = "ID", descriptionKey = "cli.undo.id")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--java-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.java-password-file")
  private Optional<String> javaPasswordFile = Optional.empty();

  UndoCommand(Wiring wiring, Terminal terminal) {
    super("undo", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    if (last && id.isPresent()) {
      return face.refused(List.of(Problem.of("undo.id", "cli.undo.problem.both")));
    }
    List<Problem> problems = new ArrayList<>();
    Secrets secrets = face.secrets();
    try (Secret password = secrets.fromFile(javaPasswordFile, "trust.java-password", problems)) {
      if (!problems.isEmpty()) {
        return face.refused(problems);
      }
      UndoJob job = new UndoJob(face.bench());
      List<Problem> repaired = face.dryRun() ? List.of() : job.repair();
      JobDocument document = undone(face, job, password);
      return document.with(document.report().withWarnings(repaired));
    }
  }

  /** Also the refusal, because what was repaired before it has to be told all the same. */
  private JobDocument undone(Face face, UndoJob job, Secret javaPassword) {
    try {
      UndoPlan plan = job.plan(id.isPresent() ? job.find(id.get()) : choose(face, job));
      List<Plan.Step> steps = plan.steps();
      if (face.dryRun()) {
        return face.planned(steps, plan.problems());
      }
      if (!face.agreed(steps)) {
        return face.notAgreed(steps);
      }
      RunReport report = face.run((progress, _) -> job.run(plan, javaPassword, progress));
      return JobDocument.of(face.job(), steps, report);
    } catch (ProblemException e) {
      return face.refused(List.of(e.problem()));
    }
  }

  /** The newest when asked for or alone; of several, the person's own choice. */
  private PastRun choose(Face face, UndoJob job) throws ProblemException {
    List<PastRun> runs = job.list().stream().filter(run -> run.undone().isEmpty()).toList();
    if (runs.isEmpty()) {
      throw new ProblemException(Problem.of("undo.id", "cli.undo.problem.none"));
    }
    if (last || runs.size() == 1) {
      return runs.getFirst();
    }
    List<Object> ids = runs.stream().map(run -> (Object) run.id()).toList();
    face.say("cli.undo.heading");
    for (PastRun run : runs) {
      face.say("cli.undo.item", run.id(), run.job(), run.server(), run.when());
    }
    if (face.confirmed("cli.undo.question")) {
      return runs.getFirst();
    }
    throw new ProblemException(Problem.of("undo.id", "cli.undo.problem.which", ids));
  }
}
