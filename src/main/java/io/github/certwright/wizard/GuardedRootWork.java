package io.github.certwright.wizard;

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
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;

/** Our own root authority behind the guard. */
record GuardedRootWork(RootWork doors, FxGuard guard) implements RootWork {
  @Override
  public Checked<AuthorityPlan> plan(AuthorityAnswers answers) {
    guard.opening("plan");
    return doors.plan(answers);
  }

  @Override
  public Ended create(
      AuthorityPlan plan, Secret password, Progress progress, Cancellation cancellation) {
    guard.opening("create");
    return new GuardedEnded(doors.create(plan, password, progress, cancellation), guard);
  }

  @Override
  public void saveReminder(CertificateFacts authority, Path to) throws ProblemException {
    guard.opening("saveReminder");
    doors.saveReminder(authority, to);
  }

  @Override
  public Checked<Material> issue(
      OpenAuthority authority,
      ServerAnswer server,
      OrganisationAnswer organisation,
      CertificateAnswer wanted) {
    guard.opening("issue");
    return doors.issue(authority, server, organisation, wanted);
  }

  @Override
  public ServerList list(Path csv) throws ProblemException {
    guard.opening("list");
    return doors.list(csv);
  }

  @Override
  public Checked<ListPlan> planList(ListAnswers answers, ServerList list, OpenAuthority authority) {
    guard.opening("planList");
    return doors.planList(answers, list, authority);
  }

  @Override
  public Ended issueList(
      ListPlan plan,
      OpenAuthority authority,
      ListAnswers answers,
      Progress progress,
      Cancellation cancellation) {
    guard.opening("issueList");
    return new GuardedEnded(
        doors.issueList(plan, authority, answers, progress, cancellation), guard);
  }
}
