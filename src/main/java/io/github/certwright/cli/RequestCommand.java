package io.github.certwright.cli;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Finished;
import io.github.certwright.run.HeldKey;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RequestJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code request}: makes a key and asks an authority for its certificate. */
@Command(name = "request")
final class RequestCommand extends JobCommand {
  private static final String PASSWORD = "passwords.server";

  @Mixin private CertificateOptions certificate;

  @Option(names = "--alias", paramLabel = "NAME", descriptionKey = "cli.option.alias")
  private String alias = CertificateAnswer.DEFAULT_ALIAS;

  @Mixin private FormOptions form;

  @Option(names = "--keystore", paramLabel = "F", descriptionKey = "cli.option.request-keystore")
  private Optional<Path> keystore = Optional.empty();

  @Option(
      names = "--server-password-file",
      paramLabel = "F",
      descriptionKey = "cli.option.server-password-file")
  private Optional<String> passwordFile = Optional.empty();

  @Option(names = "--generate-passwords", descriptionKey = "cli.option.generate-passwords")
  private boolean generate;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "cli.option.out")
  private String out = "";

  @Option(names = "--replace", descriptionKey = "cli.option.replace")
  private boolean replace;

  RequestCommand(Wiring wiring, Terminal terminal) {
    super("request", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    List<Problem> problems = new ArrayList<>(certificate.problems());
    problems.addAll(form.problems());
    if (certificate.validDays.isPresent()) {
      problems.add(Problem.warning("certificate.days", "cli.request.warning.days"));
    }
    if (keystore.isPresent()) {
      return again(face, keystore.get(), problems);
    }
    Secrets secrets = face.secrets();
    boolean make = generate && passwordFile.isEmpty();
    try (Secret known =
        make
            ? Passwords.generate(face.bench().random())
            : secrets.given(passwordFile, PasswordOptions.SERVER_VARIABLE, PASSWORD, problems)) {
      RequestJob job = new RequestJob(face.bench(), face.waiting());
      try (RequestAnswers answers = answers(known, known, make)) {
        List<Problem> all = Missing.merged(problems, job.plan(answers).problems());
        if (!secrets.mayAsk() || !Missing.onlyPasswords(all)) {
          return planned(face, job, answers, problems);
        }
      }
      try (Secret asked = secrets.ask("cli.ask.server-password");
          Secret repeated = secrets.ask("cli.ask.server-password-again");
          RequestAnswers answers = answers(asked, repeated, false)) {
        return planned(face, job, answers, problems);
      }
    }
  }

  private RequestAnswers answers(Secret password, Secret repeated, boolean generated) {
    CertificateAnswer wanted = certificate.wanted(alias, form.format());
    return new RequestAnswers(
        certificate.server(),
        certificate.organisation(),
        password.copy(),
        repeated.copy(),
        generated,
        wanted.key(),
        wanted.alias(),
        wanted.format(),
        out,
        replace);
  }

  private static JobDocument planned(
      Face face, RequestJob job, RequestAnswers answers, List<Problem> problems) {
    Checked<RequestPlan> planned = job.plan(answers);
    List<Problem> all = Missing.merged(problems, planned.problems());
    if (all.stream().anyMatch(Problem::stops)
        || !(planned instanceof Checked.Good<RequestPlan>(RequestPlan plan, var _))) {
      return face.refused(all);
    }
    return toBeSent(
        carriedOut(
            face,
            plan.steps(),
            all,
            (progress, cancellation) -> job.run(plan, answers, progress, cancellation)));
  }

  private JobDocument again(Face face, Path file, List<Problem> problems) throws ProblemException {
    HeldOptions held = new HeldOptions();
    held.serverFile = passwordFile;
    try (Secret password = held.server(face.secrets(), file, problems)) {
      if (problems.stream().anyMatch(Problem::stops)) {
        return face.refused(problems);
      }
      RequestJob job = new RequestJob(face.bench(), face.waiting());
      HeldKey key = HeldKey.open(file, password);
      RequestPlan plan = job.plan(key);
      return toBeSent(
          carriedOut(
              face,
              plan.steps(),
              problems,
              (progress, cancellation) -> job.run(plan, key, progress, cancellation)));
    }
  }

  private static JobDocument toBeSent(JobDocument document) {
    return document.report().state() == RunReport.State.DONE
        ? document.closing("cli.request.closing")
        : document;
  }

  /** Work that ends with a report. */
  @FunctionalInterface
  interface Work {
    Finished go(Progress progress, Cancellation cancellation);
  }

  /** Shows the plan, asks, and runs a job that only writes files. */
  static JobDocument carriedOut(
      Face face, List<Plan.Step> steps, List<Problem> warnings, Work work) {
    if (face.dryRun()) {
      return face.planned(steps, warnings);
    }
    if (!face.agreed(steps)) {
      return face.notAgreed(steps);
    }
    try (Finished finished = face.run(work::go)) {
      RunReport report = finished.report();
      return JobDocument.of(face.job(), steps, report.withWarnings(warnings));
    }
  }
}
