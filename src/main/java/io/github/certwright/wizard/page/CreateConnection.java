package io.github.certwright.wizard.page;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The pages of "Create a secure connection", and how one leads to the next. */
public final class CreateConnection {
  private static final int WHERE = 4;
  private static final int REVIEW = 5;

  /** What a server on this computer is called, wherever that is. */
  private static final List<String> PRETEND = List.of("localhost", "127.0.0.1");

  private final Desk desk;
  private final ServerModel server;
  private final OrganisationModel organisation;
  private final PasswordsModel passwords;
  private final CertificateModel certificate;
  private final WhereModel where;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final DoneModel done;
  private final Flow flow;

  private CreateConnection(Desk desk, UnaryOperator<Planning> within) {
    this.desk = desk;
    server = new ServerModel(desk);
    organisation = new OrganisationModel(desk, server::main);
    passwords = new PasswordsModel(desk);
    certificate = new CertificateModel(desk);
    where = new WhereModel(desk, server::main, within.apply(Planning.creating(this::answers)));
    review = new ReviewModel(where::plan, where.rights()::promised);
    progress =
        new ProgressModel(desk, where::plan, this::answers, where.rights()::answer, this::ended);
    done = new DoneModel(desk, where::plan);
    flow =
        new Flow(
            List.of(server, organisation, passwords, certificate, where, review, progress, done));
    flow.atProperty()
        .subscribe(_ -> flow.noWayBackProperty().set(flow.atProperty().get() > REVIEW));
  }

  /**
   * The job, with nothing answered but what can be guessed.
   *
   * @param open walks through another job instead of this one
   */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker, Consumer<Job> open) {
    return job(desk, dialogs, picker, List.of(), open);
  }

  /**
   * The job for a server whose names are known.
   *
   * @param names the main one first
   * @param open walks through another job instead of this one
   */
  static Job job(
      Desk desk, Dialogs dialogs, Picker picker, List<String> names, Consumer<Job> open) {
    CreateConnection all = new CreateConnection(desk, UnaryOperator.identity());
    all.server.names().setAll(names);
    Runnable existing = () -> open.accept(StartFromExisting.job(desk, dialogs, picker, open));
    return all.job(
        dialogs,
        picker,
        new ServerPage(desk.text(), all.server).leadingOn("server.existing", existing),
        open,
        Optional.of(new Mending(desk, dialogs, picker, open)));
  }

  /**
   * The job on a pretend server, from which nothing leads to the real world.
   *
   * @param home everything is written in here
   * @param upload how to reach the pretend server; copied
   * @param open walks through another job instead of this one
   */
  static Job practice(
      Desk desk,
      Dialogs dialogs,
      Picker picker,
      Path home,
      UploadAnswer upload,
      Consumer<Job> open) {
    CreateConnection all =
        new CreateConnection(desk, planning -> new PracticePlanning(planning, home));
    all.server.names().setAll(PRETEND);
    all.where.upload().fill(upload);
    return all.job(
        dialogs, picker, new ServerPage(desk.text(), all.server), open, Optional.empty());
  }

  private Job job(
      Dialogs dialogs,
      Picker picker,
      Page first,
      Consumer<Job> open,
      Optional<CheckSomething.Remedies> remedies) {
    DonePage.Onward onward =
        new DonePage.Onward(this::again, () -> open.accept(sendAgain(dialogs, picker)), remedies);
    return new Job(
        desk.text().of("start.create.title"),
        pages(dialogs, picker, first, onward),
        flow,
        this::close);
  }

  /** What was made goes to the server alone, with the answers given here. */
  private Job sendAgain(Dialogs dialogs, Picker picker) {
    try (PasswordAnswer pair = passwords.answer()) {
      return SendAgain.job(
          desk, dialogs, picker, where.plan().orElseThrow(), where.upload(), pair.server());
    }
  }

  private Optional<CompareModel.Sending> sending() {
    return where.plan().flatMap(CompareModel.Sending::of);
  }

  private List<Page> pages(Dialogs dialogs, Picker picker, Page first, DonePage.Onward onward) {
    Text text = desk.text();
    where.upload().askerProperty().set(new TrustQuestion(text, dialogs));
    CompareModel compare = new CompareModel(where.upload(), this::sending);
    return List.of(
        first,
        new OrganisationPage(text, organisation),
        new PasswordsPage(text, passwords),
        new CertificatePage(text, certificate),
        new WherePage(text, where, picker),
        new ReviewPage(desk, review, picker).with(new ComparePanel(text, compare), compare::settle),
        new ProgressPage(text, progress, dialogs),
        new DonePage(text, done, dialogs, picker, onward));
  }

  private Answers answers() {
    return new Answers(
        server.answer(),
        organisation.answer(),
        passwords.answer(),
        certificate.answer(),
        where.answer());
  }

  private void ended(Ended how) {
    done.ended(how);
    flow.next();
  }

  /** To the answer that was refused; and files that were kept must be seen before replaced. */
  private void again(RunReport report) {
    boolean refused = where.cameBack(report.problems());
    flow.again(refused || !report.files().isEmpty() ? WHERE : REVIEW);
  }

  private void close() {
    passwords.wipe();
    where.upload().wipe();
    done.close();
  }
}
