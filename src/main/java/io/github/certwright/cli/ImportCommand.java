package io.github.certwright.cli;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ImportJob;
import io.github.certwright.run.ImportJob.FoundKey;
import io.github.certwright.run.Material;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code import}: starts from a keystore, or from key and certificate, that exist. */
@Command(name = "import")
final class ImportCommand extends JobCommand {
  private static final String PASSWORD = "import.files";
  private static final String WRONG_PASSWORD = "keystore.read.problem.wrongPassword";

  @Option(names = "--from", paramLabel = "F", descriptionKey = "cli.option.from")
  private List<Path> from = new ArrayList<>();

  @Option(
      names = "--from-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.from-password-file")
  private Optional<String> fromPasswordFile = Optional.empty();

  @Option(names = "--from-alias", paramLabel = "NAME", descriptionKey = "cli.option.from-alias")
  private String fromAlias = "";

  @Mixin private PasswordOptions passwords;
  @Mixin private PairOptions pair;

  ImportCommand(Wiring wiring, Terminal terminal) {
    super("import", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems = new ArrayList<>(pair.problems());
    Secrets secrets = face.secrets();
    try (Secret known = secrets.fromFile(fromPasswordFile, PASSWORD, problems);
        Secret password =
            known.isEmpty() && fromPasswordFile.isEmpty()
                ? secrets.ask("cli.ask.from-password")
                : known.copy()) {
      if (problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      ImportJob job = new ImportJob(face.bench());
      List<FoundKey> found = look(job, password);
      return switch (job.choose(found, fromAlias)) {
        case Checked.Bad<Material>(var bad) -> {
          problems.addAll(bad);
          yield face.refused(problems);
        }
        case Checked.Good<Material>(Material material, var _) -> imported(face, material, problems);
      };
    }
  }

  /** Without any password it is not that one is wrong. */
  private List<FoundKey> look(ImportJob job, Secret password) throws ProblemException {
    try {
      return job.look(from, password);
    } catch (ProblemException e) {
      boolean none = password.isEmpty() && e.problem().key().equals(WRONG_PASSWORD);
      throw none
          ? new ProblemException(Problem.of(PASSWORD, "cli.import.problem.noPassword"), e)
          : e;
    }
  }

  private JobDocument imported(Face face, Material material, List<Problem> problems) {
    Secrets secrets = face.secrets();
    try (PasswordAnswer known = passwords.known(secrets, face.bench().random(), problems)) {
      if (!secrets.mayAsk() || (!known.server().isEmpty() && !known.client().isEmpty())) {
        return new PairFlow(face, pair).go(material, known, problems);
      }
      try (PasswordAnswer asked = PasswordOptions.ask(secrets, known)) {
        return new PairFlow(face, pair).go(material, asked, problems);
      }
    }
  }
}
