package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.RunReport.ToolReport;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code tools}: the modeling tools found and what each has installed. */
@Command(name = "tools")
final class ToolsCommand extends JobCommand {
  ToolsCommand(Wiring wiring, Terminal terminal) {
    super("tools", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    InstallJob job = new InstallJob(face.bench(), face.server().probe());
    List<ToolReport> tools =
        face.run(
            (progress, cancellation) ->
                job.tools(job.find(cancellation::isCancelled), Optional.empty()));
    List<Problem> problems =
        tools.isEmpty() ? List.of(Problem.warning("", "cli.tools.warning.none")) : List.of();
    return JobDocument.of(
        face.job(),
        List.of(),
        new RunReport(
            State.DONE,
            List.of(),
            List.of(),
            Optional.empty(),
            tools,
            false,
            Optional.empty(),
            problems));
  }
}
