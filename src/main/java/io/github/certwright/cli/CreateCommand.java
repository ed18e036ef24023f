package io.github.certwright.cli;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.install.FoundTool;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.CreateJob;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.run.Finished;
import io.github.certwright.run.InstallJob;
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
  @Mixin private PasswordOptions passwords;
  @Mixin private UploadOptions upload;

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
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems = new ArrayList<>(certificate.problems());
    upload.misplaced().ifPresent(problems::add);
    CreateJob job = new CreateJob(face.bench(), face.server());
    if (askAdmin) {
      job = job.askingAdmin(ElevatedInstall.here(face.bench()));
    }
    try (PasswordAnswer secret =
        passwords.answer(face.secrets(), face.bench().random(), problems)) {
      Answers answers =
          new Answers(
              certificate.server(),
              certificate.organisation(),
              secret,
              certificate.certificate(),
              new WhereAnswer(out, replace, absolute(kit), tools(face), upload(face, problems)));
      try {
        return perform(face, job, answers, problems);
      } finally {
        answers.where().upload().ifPresent(where -> where.signIn().close());
      }
    }
  }

  private static Optional<Path> absolute(Optional<Path> path) {
    return path.map(p -> p.toAbsolutePath().normalize());
  }

  private JobDocument perform(Face face, CreateJob job, Answers answers, List<Problem> problems)
      throws ProblemException {
    Checked<Plan> planned = Planner.plan(answers, job.survey(answers.where()));
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(planned.problems());
    if (problems.isEmpty() && planned instanceof Checked.Good<Plan>(Plan plan, var warnings)) {
      if (face.dryRun()) {
        return face.planned(plan.steps(), warnings);
      }
      Pins pins =
          plan.upload().isPresent()
              ? face.trust().pins(plan.upload().get().url(), upload.fingerprint())
              : Pins.inMemory();
      if (!face.agreed(plan.steps())) {
        return face.notAgreed(plan.steps());
      }
      try (Finished finished =
          face.run(
              (progress, cancellation) -> job.run(plan, answers, pins, progress, cancellation))) {
        return JobDocument.of(face.job(), plan.steps(), finished.report().withWarnings(warnings));
      }
    }
    return face.refused(all);
  }

  private List<Path> tools(Face face) {
    List<Path> tools = new ArrayList<>(into);
    if (allFound) {
      new InstallJob(face.bench(), face.server().probe())
          .find(() -> false).stream().map(FoundTool::path).forEach(tools::add);
    }
    return tools.stream().map(tool -> tool.toAbsolutePath().normalize()).toList();
  }

  private Optional<UploadAnswer> upload(Face face, List<Problem> problems) {
    if (upload.url.isEmpty()) {
      return Optional.empty();
    }
    try {
      upload.fingerprint();
      return Optional.of(upload.answer(face.secrets(), uploadPasswordFile));
    } catch (ProblemException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }
}
