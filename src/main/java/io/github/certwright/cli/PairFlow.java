package io.github.certwright.cli;

import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.run.Finished;
import io.github.certwright.run.Material;
import io.github.certwright.run.PairJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Pins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From key and certificate to the end of the job: the same for every command that has them. */
record PairFlow(Face face, PairOptions options) {

  /**
   * Plans, asks and runs.
   *
   * @param passwords of the files to be written
   * @param before what is wrong or worth knowing so far; the material's own warnings are not among
   *     it
   */
  JobDocument go(Material material, PasswordAnswer passwords, List<Problem> before) {
    List<Problem> problems = new ArrayList<>(before);
    Material chosen = options.wanted().map(material::trusting).orElse(material);
    if (options.wanted().filter(wanted -> wanted != chosen.trusted()).isPresent()) {
      problems.add(Problem.of("certificate.trusted", "cli.trusted.problem.noChoice"));
    }
    Secrets secrets = face.secrets();
    Optional<UploadAnswer> known = options.target(secrets, problems);
    Optional<UploadAnswer> target =
        known.map(
            answer ->
                secrets.mayAsk() && problems.stream().noneMatch(Problem::stops)
                    ? UploadOptions.ask(secrets, answer)
                    : answer);
    try {
      Optional<Path> home = chosen.keystore().map(Path::getParent);
      WhereAnswer where = options.where(face, home, target, problems);
      PairAnswers answers =
          new PairAnswers(
              passwords,
              options.alias.orElseGet(() -> PairJob.alias(chosen)),
              options.form.format(),
              where);
      return planned(chosen, answers, problems);
    } finally {
      target.ifPresent(answer -> answer.signIn().close());
      known.ifPresent(answer -> answer.signIn().close());
    }
  }

  private JobDocument planned(Material material, PairAnswers answers, List<Problem> problems) {
    PairJob plain = new PairJob(face.bench(), face.server(), face.waiting());
    Checked<Plan> planned = plain.plan(material, answers);
    List<Problem> all = Missing.merged(problems, planned.problems());
    if (all.stream().anyMatch(Problem::stops)
        || !(planned instanceof Checked.Good<Plan>(Plan plan, var _))) {
      return face.refused(all);
    }
    if (face.dryRun()) {
      return face.planned(plan.steps(), all);
    }
    Pins pins =
        plan.upload()
            .map(up -> face.trust().pins(up.url(), options.upload.fingerprint()))
            .orElseGet(Pins::inMemory);
    if (!face.agreed(plan.steps())) {
      return face.notAgreed(plan.steps());
    }
    PairJob job = options.askAdmin ? plain.askingAdmin(ElevatedInstall.here(face.bench())) : plain;
    try (Finished finished =
        face.run(
            (progress, cancellation) ->
                job.run(plan, material, answers, pins, progress, cancellation))) {
      RunReport report = finished.report();
      NextSteps next = face.nextSteps();
      return JobDocument.of(face.job(), plan.steps(), report.withWarnings(all))
          .next(next.byHand(plan, report), next.afterCreate(plan, report, options.upload));
    }
  }

  /** The passwords of files whose server keystore keeps the one it has. */
  static PasswordAnswer keeping(Secret server, Secret client) {
    return new PasswordAnswer(server.copy(), server.copy(), client.copy(), client.copy(), false);
  }
}
