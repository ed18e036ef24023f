package io.github.certwright.wizard.page;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.HostNames;
import io.github.certwright.answers.ListAnswers;
import io.github.certwright.answers.Passwords;
import io.github.certwright.plan.ListPlan;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.secret.Secret;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/** The pages of "Issue certificates from a list", and how one leads to the next. */
public final class IssueList {
  private static final int PLACE = 4;
  private static final String ISSUE = "issue";

  /** The three files that all share take no time beside the keys. */
  private static final int WEIGHT_OF_ISSUING = 60;

  private final Desk desk;
  private final IssueModel authority;
  private final ListModel list;
  private final OrganisationModel organisation;
  private final CertificateModel certificate;
  private final ListPlaceModel place;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final ListMadeModel made;
  private Optional<Flow> flow = Optional.empty();

  private IssueList(Desk desk) {
    this.desk = desk;
    authority = new IssueModel(desk, Optional::empty);
    list = new ListModel(desk);
    organisation = new OrganisationModel(desk, "listOrganisation.page", this::first);
    certificate = new CertificateModel(desk, "listWanted.page");
    place = new ListPlaceModel(desk, this::wanted);
    review =
        new ReviewModel(
            "review.list",
            () -> place.plan().map(plan -> new Promise(plan.steps(), "review.list.text")));
    progress = new ProgressModel(desk, "listing.page", this::work, this::ended);
    progress.weigh(ISSUE, WEIGHT_OF_ISSUING);
    made = new ListMadeModel(desk, place::plan);
  }

  /** The job. */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker) {
    IssueList all = new IssueList(desk);
    Text text = desk.text();
    List<Page> pages =
        List.of(
            new IssuePage(text, all.authority, picker),
            new ListPage(text, all.list, picker),
            new OrganisationPage(text, all.organisation),
            new WantedPage(text, all.certificate),
            new RootPlacePage(
                text,
                all.place,
                picker,
                new Note(Feather.KEY, text.of("listPlace.passwords.text"))),
            new ReviewPage(desk, all.review, picker),
            new ProgressPage(text, all.progress, dialogs),
            new ListMadePage(text, all.made, dialogs, picker, all::again));
    Flow flow = AskAuthority.flow(pages);
    all.flow = Optional.of(flow);
    flow.atProperty()
        .subscribe(_ -> flow.noWayBackProperty().set(flow.atProperty().get() > PLACE + 1));
    return new Job(text.of("use.list.title"), pages, flow, all::close);
  }

  /** The server whose certificate stands for all where its owner's name is shown. */
  private Optional<HostName> first() {
    return list.list().stream()
        .flatMap(known -> known.lines().stream())
        .findFirst()
        .map(line -> HostNames.read(ListModel.FILE, line.server().name()))
        .flatMap(
            read ->
                read instanceof Checked.Good<HostName>(HostName name, var _)
                    ? Optional.of(name)
                    : Optional.empty());
  }

  /** Every keystore gets a password of its own, and so do the tools: nobody has to invent them. */
  private ListAnswers answers() {
    CertificateAnswer each = certificate.answer();
    return new ListAnswers(
        Secret.empty(),
        Passwords.generate(new SecureRandom()),
        organisation.answer(),
        each.key(),
        each.validDays(),
        each.alias(),
        each.format(),
        place.folderProperty().get(),
        place.replaceProperty().get(),
        list.keepGoingProperty().get());
  }

  private ListPlaceModel.Wanted wanted() {
    return new ListPlaceModel.Wanted(
        answers(), list.list().orElseThrow(), authority.authority().orElseThrow());
  }

  private ProgressModel.Work work() {
    ListPlan plan = place.plan().orElseThrow();
    OpenAuthority open = authority.authority().orElseThrow();
    ListAnswers all = answers();
    return new ProgressModel.Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        return desk.services().roots().issueList(plan, open, all, heard, cancellation);
      }

      @Override
      public void close() {
        all.close();
      }
    };
  }

  private void ended(Ended how) {
    made.ended(how);
    flow.orElseThrow().next();
  }

  /** To the folder: what went wrong is on the disk. */
  private void again(RunReport report) {
    flow.orElseThrow().again(PLACE);
  }

  private void close() {
    authority.wipe();
    made.close();
  }
}
