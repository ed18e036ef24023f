package io.github.certwright.wizard.page;

import io.github.certwright.run.Material;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.control.Picker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages of "Issue a server's certificate", and how one leads to the next. */
public final class IssueOne {
  private final ServerModel server;
  private final OrganisationModel organisation;
  private final CertificateModel certificate;
  private final IssueModel issue;
  private final PasswordsModel passwords;
  private final MakingFiles making;

  private IssueOne(Desk desk) {
    server = new ServerModel(desk);
    organisation = new OrganisationModel(desk, server::main);
    certificate = new CertificateModel(desk);
    issue = new IssueModel(desk, () -> Optional.of(wanted()));
    passwords = new PasswordsModel(desk);
    making =
        new MakingFiles(
            desk, this::material, passwords::answer, "authority issue", "review.complete");
  }

  /**
   * The job.
   *
   * @param open walks through another job instead of this one
   */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open) {
    IssueOne all = new IssueOne(desk);
    Text text = desk.text();
    List<Page> pages =
        new ArrayList<>(
            List.of(
                new ServerPage(text, all.server),
                new OrganisationPage(text, all.organisation),
                new WantedPage(text, all.certificate),
                new IssuePage(text, all.issue, picker),
                new PasswordsPage(text, all.passwords)));
    int before = pages.size();
    pages.addAll(all.making.pages(dialogs, picker, open));
    Flow flow = AskAuthority.flow(pages);
    all.making.follow(flow, before);
    return new Job(text.of("use.issue.title"), pages, flow, all::close);
  }

  private IssueModel.Wanted wanted() {
    return new IssueModel.Wanted(server.answer(), organisation.answer(), certificate.answer());
  }

  private Optional<Material> material() {
    return issue.material();
  }

  private void close() {
    issue.wipe();
    passwords.wipe();
    making.close();
  }
}
