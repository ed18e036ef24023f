package io.github.certwright.cli;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.install.FoundTool;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.CreateJob;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.run.Finished;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.tls.Pins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create}: the wizard's "Create a secure connection" without a window. */
@Command(name = "create")
final class CreateCommand extends JobCommand {
  @Mixin private CertificateOptions certificate;

  @Option(names = "--alias", paramLabel = "NAME", descriptionKey = "cli.option.alias")
  private String alias = CertificateAnswer.DEFAULT_ALIAS;

  @Mixin private FormOptions form;
  @Mixin private PasswordOptions passwords;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "cli.option.out")
  private String out = "";

  @Option(names = "--replace", descriptionKey = "cli.option.replace")
  private boolean replace;

  @Option(names = "--kit", paramLabel = "F", descriptionKey = "cli.option.kit-out")
  private Optional<Path> kit = Optional.empty();

  @Option(names = "--into", paramLabel = "DIR", descriptionKey = "cli.option.into")
  private List<Path> into = new ArrayList<>();

  @Option(names = "--all-found", descriptionKey = "cli.option.all-found")
  private boolean allFound;

  @Mixin private UploadOptions upload;

  @Option(
      names = "--upload-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.upload-password-file")
  private Optional<String> uploadPasswordFile = Optional.empty();

  @Option(names = "--ask-admin", descriptionKey = "cli.option.ask-admin")
  private boolean askAdmin;

  CreateCommand(Wiring wiring, Terminal terminal) {
    super("create", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) {
    List<Problem> problems = new ArrayList<>(certificate.problems());
    problems.addAll(form.problems());
    problems.addAll(upload.problems(false, "--upload-password-file", uploadPasswordFile));
    Secrets secrets = face.secrets();
    try (PasswordAnswer pair = passwords.known(secrets, face.bench().random(), problems)) {
      Optional<UploadAnswer> target =
          upload.url.map(url -> upload.known(secrets, uploadPasswordFile, problems));
      Answers answers =
          new Answers(
              certificate.server(),
              certificate.organisation(),
              pair,
              certificate.wanted(alias, form.format()),
              new WhereAnswer(out, replace, absolute(kit), tools(face, problems), target));
      try {
        return checked(face, secrets, answers, problems);
      } finally {
        target.ifPresent(where -> where.signIn().close());
      }
    }
  }

  private static Optional<Path> absolute(Optional<Path> path) {
    return path.map(p -> p.toAbsolutePath().normalize());
  }

  /** Asks for passwords only when nothing else is wrong: nobody types four of them in vain. */
  private JobDocument checked(Face face, Secrets secrets, Answers answers, List<Problem> problems) {
    List<Problem> all = Missing.merged(problems, planned(face, answers).problems());
    if (!secrets.mayAsk() || !Missing.onlyPasswords(all)) {
      return planned(face, answers, problems);
    }
    try (PasswordAnswer pair = PasswordOptions.ask(secrets, answers.passwords())) {
      WhereAnswer where = answers.where();
      Optional<UploadAnswer> target = where.upload().map(up -> UploadOptions.ask(secrets, up));
      try {
        Answers asked =
            new Answers(
                answers.server(),
                answers.organisation(),
                pair,
                answers.certificate(),
                new WhereAnswer(
                    where.folder(), where.replace(), where.kit(), where.tools(), target));
        return planned(face, asked, problems);
      } finally {
        target.ifPresent(up -> up.signIn().close());
      }
    }
  }

  private static Checked<Plan> planned(Face face, Answers answers) {
    CreateJob job = new CreateJob(face.bench(), face.server());
    return Planner.plan(answers, job.survey(answers.where()));
  }

  private JobDocument planned(Face face, Answers answers, List<Problem> problems) {
    Checked<Plan> planned = planned(face, answers);
    List<Problem> all = Missing.merged(problems, planned.problems());
    if (all.stream().anyMatch(Problem::stops)
        || !(planned instanceof Checked.Good<Plan>(Plan plan, var warnings))) {
      return face.refused(all);
    }
    if (face.dryRun()) {
      return face.planned(plan.steps(), all);
    }
    Pins pins =
        plan.upload()
            .map(up -> face.trust().pins(up.url(), upload.fingerprint()))
            .orElseGet(Pins::inMemory);
    if (!face.agreed(plan.steps())) {
      return face.notAgreed(plan.steps());
    }
    return carriedOut(face, plan, answers, pins, all);
  }

  private JobDocument carriedOut(
      Face face, Plan plan, Answers answers, Pins pins, List<Problem> warnings) {
    CreateJob plain = new CreateJob(face.bench(), face.server());
    CreateJob job = askAdmin ? plain.askingAdmin(ElevatedInstall.here(face.bench())) : plain;
    try (Finished finished =
        face.run(
            (progress, cancellation) -> job.run(plan, answers, pins, progress, cancellation))) {
      RunReport report = finished.report();
      NextSteps next = face.nextSteps();
      return JobDocument.of(face.job(), plan.steps(), report.withWarnings(warnings))
          .next(next.byHand(plan, report), next.afterCreate(plan, report, upload))
          .afterwards(next.afterwards(plan, report));
    }
  }

  private List<Path> tools(Face face, List<Problem> problems) {
    List<Path> tools = new ArrayList<>(into);
    if (allFound) {
      List<FoundTool> found = new InstallJob(face.bench(), face.server().probe()).find(() -> false);
      if (found.isEmpty()) {
        problems.add(Problem.warning("where.tools", "cli.tools.warning.none"));
      }
      found.stream().map(FoundTool::path).forEach(tools::add);
    }
    return tools.stream().map(tool -> tool.toAbsolutePath().normalize()).toList();
  }
}
