package io.github.certwright.wizard.page;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.PairPlanner;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.problem.Checked;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Material;
import io.github.certwright.run.PairJob;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The last pages of every job that makes a server's files from key and certificate that come from
 * elsewhere: where to, review, progress, end.
 */
final class MakingFiles implements Planning {
  private final Desk desk;
  private final Supplier<Optional<Material>> material;
  private final Supplier<PasswordAnswer> passwords;
  private final WhereModel where;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final DoneModel done;
  private Optional<Flow> flow = Optional.empty();
  private int first;

  /**
   * @param material key and certificate as answered before
   * @param passwords both, with secrets of their own, which are closed
   * @param kind of the job, as the history knows it
   * @param actStem message stem of the button that starts it
   */
  MakingFiles(
      Desk desk,
      Supplier<Optional<Material>> material,
      Supplier<PasswordAnswer> passwords,
      String kind,
      String actStem) {
    this.desk = desk;
    this.material = material;
    this.passwords = passwords;
    where = new WhereModel(desk, this::main, this);
    review =
        new ReviewModel(
            actStem,
            () -> where.plan().map(it -> Promise.of(it, where.rights().promised(it.steps()))));
    progress = new ProgressModel(desk, this::work, this::ended);
    done = new DoneModel(desk, where::plan, kind);
  }

  /** The models of the pages, in order. */
  List<PageModel> models() {
    return List.of(where, review, progress, done);
  }

  /**
   * The pages, in order.
   *
   * @param open walks through another job instead of this one
   */
  List<Page> pages(Dialogs dialogs, Picker picker, Consumer<Job> open) {
    Text text = desk.text();
    where.upload().askerProperty().set(new TrustQuestion(text, dialogs));
    CompareModel compare = new CompareModel(where.upload(), this::sending);
    DonePage.Onward onward =
        new DonePage.Onward(
            this::again,
            () -> open.accept(sendAgain(dialogs, picker)),
            Optional.of(new Mending(desk, dialogs, picker, open)));
    return List.of(
        new WherePage(text, where, picker),
        new ReviewPage(desk, review, picker).with(new ComparePanel(text, compare), compare::settle),
        new ProgressPage(text, progress, dialogs),
        new DonePage(text, done, dialogs, picker, onward));
  }

  private Optional<CompareModel.Sending> sending() {
    return where.plan().flatMap(CompareModel.Sending::of);
  }

  private Job sendAgain(Dialogs dialogs, Picker picker) {
    try (PasswordAnswer pair = passwords.get()) {
      return SendAgain.job(
          desk, dialogs, picker, where.plan().orElseThrow(), where.upload(), pair.server());
    }
  }

  /**
   * Lets the pages lead on.
   *
   * @param before how many pages come before
   */
  void follow(Flow whole, int before) {
    flow = Optional.of(whole);
    first = before;
    whole
        .atProperty()
        .subscribe(_ -> whole.noWayBackProperty().set(whole.atProperty().get() > first + 1));
  }

  /** Wipes and gives the way back up. */
  void close() {
    where.upload().wipe();
    done.close();
  }

  @Override
  public Checked<Plan> plan(Surroundings seen) {
    Material known = material.get().orElseThrow();
    PairAnswers all = answers(known);
    try {
      return PairPlanner.plan(
          all, known.origin(), known.certificate(), known.keystore().map(Path::getParent), seen);
    } finally {
      close(all);
    }
  }

  @Override
  public Optional<Path> home() {
    return material.get().flatMap(Material::keystore).map(Path::getParent);
  }

  private Optional<HostName> main() {
    return material.get().map(known -> known.certificate().names().getFirst());
  }

  private PairAnswers answers(Material known) {
    return new PairAnswers(passwords.get(), PairJob.alias(known), StoreFormat.JKS, where.answer());
  }

  private static void close(PairAnswers answers) {
    answers.passwords().close();
    answers.where().upload().ifPresent(upload -> upload.signIn().close());
  }

  private ProgressModel.Work work() {
    Material known = material.get().orElseThrow();
    Plan plan = where.plan().orElseThrow();
    PairAnswers secrets = answers(known);
    Rights rights = where.rights().answer();
    return new ProgressModel.Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        return desk.services().keys().run(plan, known, secrets, rights, heard, cancellation);
      }

      @Override
      public void close() {
        MakingFiles.close(secrets);
      }
    };
  }

  private void ended(Ended how) {
    done.ended(how);
    flow.orElseThrow().next();
  }

  /** To the answer that was refused; and files that were kept must be seen before replaced. */
  private void again(RunReport report) {
    boolean refused = where.cameBack(report.problems());
    flow.orElseThrow().again(refused || !report.files().isEmpty() ? first : first + 1);
  }
}
