package io.github.certwright.wizard.page;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.run.Cancellation;
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
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages of "Make our own root authority", and how one leads to the next. */
public final class CreateRoot {
  private static final int PLACE = 2;

  private final Desk desk;
  private final RootModel root;
  private final RootSecretModel secret;
  private final RootPlaceModel place;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final RootMadeModel made;
  private Optional<Flow> flow = Optional.empty();

  private CreateRoot(Desk desk) {
    this.desk = desk;
    root = new RootModel(desk);
    secret = new RootSecretModel(desk);
    place = new RootPlaceModel(desk, () -> root.nameProperty().get(), this::answers);
    review =
        new ReviewModel(
            "review.root",
            () -> place.plan().map(plan -> new Promise(plan.steps(), "review.root.text")));
    progress = new ProgressModel(desk, "rooting.page", this::work, this::ended);
    made = new RootMadeModel(desk, place::plan);
  }

  /**
   * The job, with everything answered that can be guessed.
   *
   * @param trust goes over to the job that has this computer trust a certificate
   */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker, Consumer<Path> trust) {
    CreateRoot all = new CreateRoot(desk);
    Text text = desk.text();
    List<Page> pages =
        List.of(
            new RootPage(text, all.root),
            new RootSecretPage(text, all.secret),
            new RootPlacePage(text, all.place, picker),
            new ReviewPage(desk, all.review, picker),
            new ProgressPage(text, all.progress, dialogs),
            new RootMadePage(text, all.made, dialogs, picker, all::again, trust));
    Flow flow = AskAuthority.flow(pages);
    all.flow = Optional.of(flow);
    flow.atProperty()
        .subscribe(_ -> flow.noWayBackProperty().set(flow.atProperty().get() > PLACE + 1));
    return new Job(text.of("use.root.title"), pages, flow, all::close);
  }

  private AuthorityAnswers answers() {
    return root.answers(
        secret.half().secret(),
        secret.half().secretAgain(),
        place.folderProperty().get(),
        place.replaceProperty().get());
  }

  private ProgressModel.Work work() {
    AuthorityPlan plan = place.plan().orElseThrow();
    Secret password = secret.half().secret();
    return new ProgressModel.Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        return desk.services().roots().create(plan, password, heard, cancellation);
      }

      @Override
      public void close() {
        password.close();
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
    secret.wipe();
    made.close();
  }
}
