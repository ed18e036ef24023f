package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import java.util.List;

/** Lays out the pages of "Create a secure connection". */
public final class CreateConnection {
  private CreateConnection() {}

  /** The job, with nothing answered yet. */
  public static Job job(Desk desk, Dialogs dialogs) {
    Text text = desk.text();
    ServerModel server = new ServerModel(desk);
    OrganisationModel organisation = new OrganisationModel(desk, server::main);
    PasswordsModel passwords = new PasswordsModel(desk);
    CertificateModel certificate = new CertificateModel(desk);
    List<Page> pages =
        List.of(
            new ServerPage(text, server),
            new OrganisationPage(text, organisation),
            new PasswordsPage(text, passwords),
            new CertificatePage(text, certificate));
    Flow flow = new Flow(pages.stream().map(Page::model).toList());
    return new Job(text.of("start.create.title"), pages, flow, passwords::wipe);
  }
}
