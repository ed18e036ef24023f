package io.github.certwright.cli;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Planner;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.CreateJob;
import io.github.certwright.run.Finished;
import io.github.certwright.run.PracticeGround;
import io.github.certwright.run.Progress;
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
  JobDocument perform(Face face) {
    try (PasswordAnswer passwords = passwords(face.bench().random())) {
      return face.dryRun()
          ? imagined(face, passwords)
          : face.run((progress, cancellation) -> real(face, passwords, progress, cancellation));
    }
  }

  private static JobDocument imagined(Face face, PasswordAnswer passwords) {
    PracticeGround.Imagined ground = PracticeGround.imagined(face.bench());
    return switch (Planner.plan(answers(passwords, ground.where()), ground.surroundings())) {
      case Checked.Bad<Plan>(var problems) -> face.refused(problems);
      case Checked.Good<Plan>(Plan plan, var warnings) -> face.planned(plan.steps(), warnings);
    };
  }

  private static JobDocument real(
      Face face, PasswordAnswer passwords, Progress progress, Cancellation cancellation) {
    try (PracticeGround ground = PracticeGround.open(face.bench())) {
      Answers answers = answers(passwords, ground.where());
      CreateJob job = new CreateJob(ground.bench(face.bench()), face.server());
      return switch (Planner.plan(answers, job.survey(answers.where()))) {
        case Checked.Bad<Plan>(var problems) -> face.refused(problems);
        case Checked.Good<Plan>(Plan plan, var warnings) -> {
          face.say("cli.demo.begin", ground.url(), ground.tool());
          yield proven(
              face, plan, job.run(plan, answers, ground.pins(), progress, cancellation), warnings);
        }
      };
    } catch (ProblemException e) {
      return JobDocument.refused(face.job(), RunReport.State.FAILED, List.of(e.problem()));
    }
  }

  private static Answers answers(PasswordAnswer passwords, WhereAnswer where) {
    return new Answers(
        new ServerAnswer("localhost", List.of("127.0.0.1")),
        new OrganisationAnswer("Practice", "", "", "", ""),
        passwords,
        CertificateAnswer.defaults(),
        where);
  }

  private static PasswordAnswer passwords(SecureRandom random) {
    Secret server = Passwords.generate(random);
    Secret client = Passwords.generate(random);
    return new PasswordAnswer(server, server.copy(), client, client.copy(), true);
  }

  private static JobDocument proven(
      Face face, Plan plan, Finished finished, List<Problem> warnings) {
    try (finished) {
      RunReport report = finished.report();
      boolean proven =
          report.verified().isPresent()
              && report
                  .certificate()
                  .map(RunReport.CertificateFacts::sha256)
                  .equals(report.verified());
      return JobDocument.of(face.job(), plan.steps(), report.withWarnings(warnings))
          .closing(proven ? "cli.demo.proven" : "cli.demo.unproven");
    }
  }
}
