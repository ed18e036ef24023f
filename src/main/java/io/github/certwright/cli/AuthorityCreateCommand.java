package io.github.certwright.cli;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.Visible;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.FileRole;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.AuthorityJob;
import io.github.certwright.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code authority create}: makes a root authority. */
@Command(name = "create")
final class AuthorityCreateCommand extends JobCommand {
  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.option.authority-name")
  private String name = "";

  @Option(names = "--organization", paramLabel = "O", descriptionKey = "cli.option.organization")
  private String organization = "";

  @Option(names = "--unit", paramLabel = "OU", descriptionKey = "cli.option.unit")
  private String unit = "";

  @Option(names = "--city", paramLabel = "L", descriptionKey = "cli.option.city")
  private String city = "";

  @Option(names = "--state", paramLabel = "ST", descriptionKey = "cli.option.state")
  private String state = "";

  @Option(names = "--country", paramLabel = "C", descriptionKey = "cli.option.country")
  private String country = "";

  @Option(names = "--key", paramLabel = "KIND", descriptionKey = "cli.option.authority-key")
  private Optional<String> key = Optional.empty();

  @Option(names = "--valid-days", paramLabel = "N", descriptionKey = "cli.option.authority-days")
  private Optional<String> validDays = Optional.empty();

  @Option(names = "--domain", paramLabel = "DOMAIN", descriptionKey = "cli.option.domain")
  private List<String> domains = new ArrayList<>();

  @Option(
      names = "--authority-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.authority-password-file")
  private Optional<String> passwordFile = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "cli.option.out")
  private String out = "";

  @Option(names = "--replace", descriptionKey = "cli.option.replace")
  private boolean replace;

  AuthorityCreateCommand(Wiring wiring, Terminal terminal) {
    super("authority create", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    List<Problem> problems = new ArrayList<>();
    if (key.isPresent() && key.flatMap(KeyChoice::ofWord).isEmpty()) {
      problems.add(
          Problem.of(
              "authority.key",
              "cli.key.problem.unknown",
              Visible.text(key.get()),
              AuthorityAnswers.keys().stream().map(KeyChoice::word).toList()));
    }
    Secrets secrets = face.secrets();
    AuthorityJob job = new AuthorityJob(face.bench());
    try (Secret known =
        secrets.given(passwordFile, OpenOptions.VARIABLE, "authority.password", problems)) {
      if (known.isEmpty() && !secrets.mayAsk() && problems.stream().noneMatch(Problem::stops)) {
        problems.add(OpenOptions.noPassword(FileRole.AUTHORITY_KEYSTORE.fileName()));
      }
      try (AuthorityAnswers answers = answers(known, known)) {
        List<Problem> all = Missing.merged(problems, job.plan(answers).problems());
        if (!secrets.mayAsk() || !Missing.onlyPasswords(all)) {
          return planned(face, job, answers, problems);
        }
      }
      try (Secret asked = secrets.ask("cli.ask.authority-password");
          Secret repeated = secrets.ask("cli.ask.server-password-again");
          AuthorityAnswers answers = answers(asked, repeated)) {
        return planned(face, job, answers, problems);
      }
    }
  }

  private AuthorityAnswers answers(Secret password, Secret repeated) {
    return new AuthorityAnswers(
        name,
        new OrganisationAnswer(organization, unit, city, state, country),
        key.flatMap(KeyChoice::ofWord).orElse(AuthorityAnswers.DEFAULT_KEY),
        validDays
            .map(typed -> UploadOptions.number(typed, 0))
            .orElse(AuthorityAnswers.DEFAULT_DAYS),
        domains,
        password.copy(),
        repeated.copy(),
        out,
        replace);
  }

  private static JobDocument planned(
      Face face, AuthorityJob job, AuthorityAnswers answers, List<Problem> problems) {
    Checked<AuthorityPlan> planned = job.plan(answers);
    List<Problem> all = Missing.merged(problems, planned.problems());
    if (all.stream().anyMatch(Problem::stops)
        || !(planned instanceof Checked.Good<AuthorityPlan>(AuthorityPlan plan, var _))) {
      return face.refused(all);
    }
    return RequestCommand.carriedOut(
        face,
        plan.steps(),
        all,
        (progress, cancellation) -> job.create(plan, answers.password(), progress, cancellation));
  }
}
