package io.github.certwright.cli;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.CompleteJob;
import io.github.certwright.run.HeldKey;
import io.github.certwright.run.Material;
import io.github.certwright.run.RequestJob;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code complete}: takes over what an authority answered to a request. */
@Command(name = "complete")
final class CompleteCommand extends JobCommand {
  @Mixin private HeldOptions held;

  @Option(names = "--reply", paramLabel = "F", descriptionKey = "cli.option.reply")
  private List<Path> replies = new ArrayList<>();

  @Mixin private PairOptions pair;

  CompleteCommand(Wiring wiring, Terminal terminal) {
    super("complete", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems = new ArrayList<>(pair.problems());
    Path keystore = held.keystore.isPresent() ? held.keystore.get() : waiting(face);
    try (Secret server = held.server(face.secrets(), keystore, problems)) {
      if (problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      CompleteJob job = new CompleteJob(face.bench());
      HeldKey key = job.open(keystore, server);
      return switch (job.read(key, replies)) {
        case Checked.Bad<Material>(var bad) -> {
          problems.addAll(bad);
          yield face.refused(problems);
        }
        case Checked.Good<Material>(Material material, var _) ->
            completed(face, material, server, problems);
      };
    }
  }

  private JobDocument completed(
      Face face, Material material, Secret server, List<Problem> problems) {
    try (Secret client = held.client(face, material, server, problems);
        PasswordAnswer passwords = PairFlow.keeping(server, client)) {
      return new PairFlow(face, pair).go(material, passwords, problems);
    }
  }

  /** The keystore of the only request that waits. */
  private static Path waiting(Face face) throws ProblemException {
    List<WaitingRequest> waiting = new RequestJob(face.bench(), face.waiting()).waiting();
    if (waiting.size() == 1) {
      return Path.of(waiting.getFirst().keystore());
    }
    throw new ProblemException(
        waiting.isEmpty()
            ? Problem.of("keystore.file", "cli.complete.problem.none")
            : Problem.of(
                "keystore.file",
                "cli.complete.problem.several",
                waiting.stream().map(WaitingRequest::keystore).toList()));
  }
}
