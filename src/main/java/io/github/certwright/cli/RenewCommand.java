package io.github.certwright.cli;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.Visible;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.AuthorityJob;
import io.github.certwright.run.Material;
import io.github.certwright.run.RenewJob;
import io.github.certwright.run.Renewal;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code renew}: the same names with new dates. */
@Command(name = "renew")
final class RenewCommand extends JobCommand {
  @Mixin private HeldOptions held;

  @Option(names = "--new-key", descriptionKey = "cli.option.new-key")
  private boolean newKey;

  @Option(names = "--key", paramLabel = "KIND", descriptionKey = "cli.option.key")
  private Optional<String> key = Optional.empty();

  @Option(names = "--valid-days", paramLabel = "N", descriptionKey = "cli.option.valid-days")
  private Optional<String> validDays = Optional.empty();

  @Mixin private OpenOptions authority;
  @Mixin private PairOptions pair;

  RenewCommand(Wiring wiring, Terminal terminal) {
    super("renew", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems = new ArrayList<>(pair.problems());
    if (key.isPresent() && key.flatMap(KeyChoice::ofWord).isEmpty()) {
      problems.add(
          Problem.of(
              "certificate.key",
              "cli.key.problem.unknown",
              Visible.text(key.get()),
              Arrays.stream(KeyChoice.values()).map(KeyChoice::word).toList()));
    }
    if (held.keystore.isEmpty()) {
      problems.add(Problem.of("keystore.file", "cli.held.problem.noKeystore"));
      return face.refused(problems);
    }
    Path keystore = held.keystore.get();
    try (Secret server = held.server(face.secrets(), keystore, problems);
        Secret root = authority.password(face.secrets(), problems)) {
      if (problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      Renewal renewal = new RenewJob(face.bench()).open(keystore, server);
      return switch (material(face, renewal, root)) {
        case Checked.Bad<Material>(var bad) -> {
          problems.addAll(bad);
          yield face.refused(problems);
        }
        case Checked.Good<Material>(Material material, var _) ->
            renewed(face, material, server, problems);
      };
    }
  }

  private Checked<Material> material(Face face, Renewal renewal, Secret root)
      throws ProblemException {
    RenewJob job = new RenewJob(face.bench());
    Optional<KeyChoice> kind = key.flatMap(KeyChoice::ofWord);
    RenewJob.Wanted wanted =
        new RenewJob.Wanted(
            newKey ? Optional.of(kind.orElse(renewal.kind())) : kind,
            validDays
                .map(typed -> UploadOptions.number(typed, 0))
                .orElse(CertificateAnswer.DEFAULT_DAYS));
    return authority.file.isEmpty()
        ? job.material(renewal, wanted)
        : job.material(
            renewal, wanted, new AuthorityJob(face.bench()).open(authority.file.get(), root));
  }

  private JobDocument renewed(Face face, Material material, Secret server, List<Problem> problems) {
    try (Secret client = held.client(face, material, server, problems);
        PasswordAnswer passwords = PairFlow.keeping(server, client)) {
      return new PairFlow(face, pair).go(material, passwords, problems);
    }
  }
}
