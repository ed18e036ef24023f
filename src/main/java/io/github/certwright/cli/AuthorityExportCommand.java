package io.github.certwright.cli;

import io.github.certwright.plan.Plan.PlannedFile;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.AuthorityJob;
import io.github.certwright.run.AuthorityJob.Form;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code authority export}: the authority's certificate, and never its key. */
@Command(name = "export")
final class AuthorityExportCommand extends JobCommand {
  @Mixin private OpenOptions authority;

  @Option(names = "--out", paramLabel = "F", descriptionKey = "cli.option.export-out")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--der", descriptionKey = "cli.option.der")
  private boolean der;

  @Option(names = "--replace", descriptionKey = "cli.option.replace")
  private boolean replace;

  AuthorityExportCommand(Wiring wiring, Terminal terminal) {
    super("authority export", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems = new ArrayList<>();
    if (authority.file.isEmpty()) {
      problems.add(Problem.of("authority.file", "cli.authority.problem.noFile"));
    }
    if (out.isEmpty()) {
      problems.add(Problem.of("authority.out", "cli.authority.problem.noOut"));
    }
    try (Secret password = authority.password(face.secrets(), problems)) {
      AuthorityJob job = new AuthorityJob(face.bench());
      Checked<PlannedFile> planned =
          out.filter(_ -> authority.file.isPresent())
              .map(file -> job.planExport(authority.file.get(), file, replace))
              .orElseGet(() -> new Checked.Bad<>(List.of()));
      problems.addAll(planned.problems());
      if (problems.stream().anyMatch(Problem::stops)
          || !(planned instanceof Checked.Good<PlannedFile>(PlannedFile file, var _))) {
        return face.refused(problems);
      }
      OpenAuthority open = job.open(authority.file.get(), password);
      return RequestCommand.carriedOut(
          face,
          AuthorityJob.steps(file),
          problems,
          (progress, cancellation) ->
              job.export(file, open, der ? Form.DER : Form.PEM, progress, cancellation));
    }
  }
}
