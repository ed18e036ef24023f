package io.github.certwright;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.ListAnswers;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.plan.ServerList;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.AuthorityJob;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.ListJob;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.RootWork;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;

/** Our own root authority, as the wizard asks for it. */
final class RootDoor implements RootWork {
  private final AuthorityJob job;
  private final ListJob lists;
  private final Keepsakes keepsakes;

  RootDoor(Workbench bench) {
    job = new AuthorityJob(bench);
    lists = new ListJob(bench);
    keepsakes = new Keepsakes(bench);
  }

  @Override
  public Checked<AuthorityPlan> plan(AuthorityAnswers answers) {
    return job.plan(answers);
  }

  @Override
  public Ended create(
      AuthorityPlan plan, Secret password, Progress progress, Cancellation cancellation) {
    return new FinishedRun(job.create(plan, password, progress, cancellation));
  }

  @Override
  public void saveReminder(CertificateFacts authority, Path to) throws ProblemException {
    keepsakes.saveReminderOfAuthority(authority, to);
  }

  @Override
  public Checked<Material> issue(
      OpenAuthority authority,
      ServerAnswer server,
      OrganisationAnswer organisation,
      CertificateAnswer wanted) {
    return job.issue(authority, server, organisation, wanted);
  }

  @Override
  public ServerList list(Path csv) throws ProblemException {
    return lists.read(csv);
  }

  @Override
  public Checked<ListPlan> planList(ListAnswers answers, ServerList list, OpenAuthority authority) {
    return lists.plan(answers, list, authority);
  }

  @Override
  public Ended issueList(
      ListPlan plan,
      OpenAuthority authority,
      ListAnswers answers,
      Progress progress,
      Cancellation cancellation) {
    return new FinishedRun(lists.run(plan, authority, answers, progress, cancellation));
  }
}
