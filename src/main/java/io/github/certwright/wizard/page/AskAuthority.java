package io.github.certwright.wizard.page;

import io.github.certwright.answers.AuthorityChecks;
import io.github.certwright.answers.Passwords;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.HeldKey;
import io.github.certwright.run.Progress;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.control.Picker;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of "Ask an authority for a certificate", and how one leads to the next. */
public final class AskAuthority {
  private final Desk desk;
  private final ServerModel server;
  private final OrganisationModel organisation;
  private final OnePasswordModel password;
  private final CertificateModel key;
  private final FolderModel folder;
  private final MakingRequest making;

  private AskAuthority(Desk desk) {
    this.desk = desk;
    server = new ServerModel(desk);
    organisation = new OrganisationModel(desk, server::main);
    password =
        new OnePasswordModel(
            desk,
            "secret.page",
            "passwords.server",
            () -> cancellation -> Passwords.generate(new SecureRandom()),
            (first, again) -> AuthorityChecks.password("passwords.server", first, again));
    key = new CertificateModel(desk, "key.page");
    folder = new FolderModel(desk, server::main, this::answers);
    making = new MakingRequest(desk, folder::plan, this::carrying);
  }

  /** The job, with nothing answered but what can be guessed. */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker) {
    AskAuthority all = new AskAuthority(desk);
    Text text = desk.text();
    List<Page> pages =
        new ArrayList<>(
            List.of(
                new ServerPage(text, all.server),
                new OrganisationPage(text, all.organisation),
                new OnePasswordPage(text, all.password, "passwords.kept.text"),
                new KeyPage(text, all.key),
                new FolderPage(text, all.folder, picker)));
    int before = pages.size();
    pages.addAll(all.making.pages(dialogs, picker));
    Flow flow = flow(pages);
    all.making.follow(flow, before);
    return new Job(text.of("use.request.title"), pages, flow, all::close);
  }

  /**
   * A new request for a key that is there; its keystore is not touched.
   *
   * @param plan what it will do
   */
  static Job again(Desk desk, Dialogs dialogs, Picker picker, HeldKey held, RequestPlan plan) {
    MakingRequest making =
        new MakingRequest(
            desk,
            () -> Optional.of(plan),
            () ->
                new MakingRequest.Carrying() {
                  @Override
                  public Ended run(RequestPlan made, Progress heard, Cancellation cancellation) {
                    return desk.services().keys().request(made, held, heard, cancellation);
                  }

                  @Override
                  public void close() {}
                });
    List<Page> pages = making.pages(dialogs, picker);
    Flow flow = flow(pages);
    making.follow(flow, 0);
    return new Job(desk.text().of("use.request.title"), pages, flow, making::close);
  }

  /** The way through pages, one after the other. */
  static Flow flow(List<Page> pages) {
    List<PageModel> models = pages.stream().map(Page::model).toList();
    return new Flow(models);
  }

  private RequestAnswers answers() {
    Secret first = password.half().secret();
    return new RequestAnswers(
        server.answer(),
        organisation.answer(),
        first,
        password.half().secretAgain(),
        password.half().madeProperty().get(),
        key.keyProperty().get(),
        key.aliasProperty().get(),
        key.formatProperty().get(),
        folder.folderProperty().get(),
        folder.replaceProperty().get());
  }

  private MakingRequest.Carrying carrying() {
    RequestAnswers all = answers();
    return new MakingRequest.Carrying() {
      @Override
      public Ended run(RequestPlan plan, Progress heard, Cancellation cancellation) {
        return desk.services().keys().request(plan, all, heard, cancellation);
      }

      @Override
      public void close() {
        all.close();
      }
    };
  }

  private void close() {
    password.wipe();
    making.close();
  }
}
