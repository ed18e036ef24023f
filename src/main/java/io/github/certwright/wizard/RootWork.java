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

/**
 * What a root authority of our own asks of the world outside the window; slow like all services.
 */
public interface RootWork {

  /** What making it would do, or why it cannot be made; reads the disk, writes nothing. */
  Checked<AuthorityPlan> plan(AuthorityAnswers answers);

  /**
   * Makes it.
   *
   * @param password opens {@code authority.p12}
   */
  Ended create(AuthorityPlan plan, Secret password, Progress progress, Cancellation cancellation);

  /**
   * Saves a calendar entry (RFC 5545) that reminds of the authority's end.
   *
   * @throws ProblemException when it cannot be written
   */
  void saveReminder(CertificateFacts authority, Path to) throws ProblemException;

  /** A certificate that it is to issue for one server, or why it cannot. */
  Checked<Material> issue(
      OpenAuthority authority,
      ServerAnswer server,
      OrganisationAnswer organisation,
      CertificateAnswer wanted);

  /**
   * Reads a list of servers; its bad lines are in it.
   *
   * @throws ProblemException when the file cannot be read or is no text
   */
  ServerList list(Path csv) throws ProblemException;

  /** What issuing for a list would do, or every reason why not; writes nothing. */
  Checked<ListPlan> planList(ListAnswers answers, ServerList list, OpenAuthority authority);

  /** Issues for a list. */
  Ended issueList(
      ListPlan plan,
      OpenAuthority authority,
      ListAnswers answers,
      Progress progress,
      Cancellation cancellation);
}
