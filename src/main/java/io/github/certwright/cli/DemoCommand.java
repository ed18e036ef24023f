package io.github.certwright.cli;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.CreateJob;
import io.github.certwright.run.Finished;
import io.github.certwright.run.PracticeGround;
import io.github.certwright.run.RunReport;
import io.github.certwright.secret.Secret;
import java.security.SecureRandom;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * {@code demo}: the whole main job on a pretend server and a pretend tool, which are gone
 * afterwards.
 */
@Command(name = "demo")
final class DemoCommand extends JobCommand {
  DemoCommand(Wiring wiring, Terminal terminal) {
    super("demo", wiring, terminal);
  }

  @Override
  JobDocument perform(Face face) throws ProblemException {
    try (PracticeGround ground = PracticeGround.open(face.bench());
        PasswordAnswer passwords = passwords(face.bench().random())) {
      Answers answers =
          new Answers(
              new ServerAnswer("localhost", List.of("127.0.0.1")),
              new OrganisationAnswer("Practice", "", "", "", ""),
              passwords,
              CertificateAnswer.defaults(),
              ground.where());
      CreateJob job = new CreateJob(face.bench(), face.server());
      return switch (Planner.plan(answers, job.survey(answers.where()))) {
        case Checked.Bad<Plan>(var problems) -> face.refused(problems);
        case Checked.Good<Plan>(Plan plan, var warnings) -> {
          if (face.dryRun()) {
            yield face.planned(plan.steps(), warnings);
          }
          face.say("cli.demo.begin", ground.url(), ground.tool());
          yield run(face, job, plan, answers, ground);
        }
      };
    }
  }

  private static PasswordAnswer passwords(SecureRandom random) {
    Secret server = Passwords.generate(random);
    Secret client = Passwords.generate(random);
    return new PasswordAnswer(server, server.copy(), client, client.copy(), true);
  }

  private static JobDocument run(
      Face face, CreateJob job, Plan plan, Answers answers, PracticeGround ground) {
    try (Finished finished =
        face.run(
            (progress, cancellation) ->
                job.run(plan, answers, ground.pins(), progress, cancellation))) {
      RunReport report = finished.report();
      boolean proven =
          report.verified().isPresent()
              && report
                  .certificate()
                  .map(RunReport.CertificateFacts::sha256)
                  .equals(report.verified());
      return JobDocument.of(face.job(), plan.steps(), report)
          .closing(proven ? "cli.demo.proven" : "cli.demo.unproven");
    }
  }
}
