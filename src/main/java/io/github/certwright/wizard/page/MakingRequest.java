package io.github.certwright.wizard.page;

import io.github.certwright.plan.RequestPlan;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.control.Picker;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The last pages of every job that makes a request: review, progress, end. */
final class MakingRequest {
  private final Desk desk;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final AskedModel asked;
  private Optional<Flow> flow = Optional.empty();
  private int first;

  /** Carries the plan out. */
  interface Carrying {
    /** On a worker. */
    Ended run(RequestPlan plan, Progress heard, Cancellation cancellation);

    /** Wipes what only the run needed. */
    void close();
  }

  /**
   * @param plan what the answers came to
   * @param carrying takes the answers as they are when the run begins
   */
  MakingRequest(Desk desk, Supplier<Optional<RequestPlan>> plan, Supplier<Carrying> carrying) {
    this.desk = desk;
    review =
        new ReviewModel(
            "review.ask",
            () -> plan.get().map(made -> new Promise(made.steps(), "review.ask.text")));
    progress =
        new ProgressModel(
            desk, "asking.page", () -> work(plan.get().orElseThrow(), carrying.get()), this::ended);
    asked = new AskedModel(desk, plan);
  }

  /** The models of the pages, in order. */
  List<PageModel> models() {
    return List.of(review, progress, asked);
  }

  /** The pages, in order. */
  List<Page> pages(Dialogs dialogs, Picker picker) {
    Text text = desk.text();
    return List.of(
        new ReviewPage(desk, review, picker),
        new ProgressPage(text, progress, dialogs),
        new AskedPage(text, asked, dialogs, picker, this::again));
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
        .subscribe(_ -> whole.noWayBackProperty().set(whole.atProperty().get() > first));
  }

  /** Gives the way back up. */
  void close() {
    asked.close();
  }

  private static ProgressModel.Work work(RequestPlan plan, Carrying carrying) {
    return new ProgressModel.Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        return carrying.run(plan, heard, cancellation);
      }

      @Override
      public void close() {
        carrying.close();
      }
    };
  }

  private void ended(Ended how) {
    asked.ended(how);
    flow.orElseThrow().next();
  }

  /** To the folder where there is such a page: what went wrong is on the disk. */
  private void again(RunReport report) {
    flow.orElseThrow().again(Math.max(0, first - 1));
  }
}
