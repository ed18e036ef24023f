package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code authority}: a root authority of one's own; its commands do the work. */
@Command(name = "authority")
final class AuthorityCommand extends JobCommand {
  AuthorityCommand(Wiring wiring, Terminal terminal) {
    super("authority", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    return face.refused(List.of(Problem.of("", "cli.authority.problem.noCommand")));
  }
}
