package io.github.certwright.cli;

import io.github.certwright.run.RecoverJob;
import io.github.certwright.run.RunReport;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code recover}: finishes or undoes what a crash left, and says what it was. */
@Command(name = "recover")
final class RecoverCommand extends JobCommand {
  RecoverCommand(Wiring wiring, Terminal terminal) {
    super("recover", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    if (face.dryRun()) {
      return face.planned(List.of(), new RecoverJob(face.bench()).look());
    }
    RunReport report = face.run((_, _) -> new RecoverJob(face.bench()).run());
    JobDocument document = JobDocument.of(face.job(), List.of(), report);
    return report.problems().isEmpty() ? document.closing("cli.recover.nothing") : document;
  }
}
