package io.github.certwright.wizard;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.OrganisationAnswer;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.Progress;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Services.Ended;

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

  /** A certificate that it is to issue for one server, or why it cannot. */
  Checked<Material> issue(
      OpenAuthority authority,
      ServerAnswer server,
      OrganisationAnswer organisation,
      CertificateAnswer wanted);
}
