package io.github.certwright.wizard.page;

import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.TrustJob;
import io.github.certwright.text.Text;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.Trusting;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.page.StoresModel.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pages of "Make computers trust a certificate", and how one leads to the next. */
public final class TrustCertificate {
  private static final int STORES = 1;

  private final Desk desk;
  private final AnchorModel anchor;
  private final StoresModel stores;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final TrustedModel trusted;
  private Optional<Flow> flow = Optional.empty();

  private TrustCertificate(Desk desk) {
    this.desk = desk;
    anchor = new AnchorModel(desk);
    stores = new StoresModel(desk, anchor::anchor);
    // Whoever chooses what is trusted here mostly wants it out.
    anchor
        .chosenProperty()
        .subscribe(
            chosen ->
                stores.changeProperty().set(chosen.isPresent() ? Change.REMOVE : Change.INSTALL));
    review =
        new ReviewModel(this::actStem, () -> Optional.of(new Promise(stores.steps(), noteKey())));
    progress = new ProgressModel(desk, "trusting.page", this::work, this::ended);
    trusted = new TrustedModel(desk, stores, () -> TrustJob.title(anchor.anchor().orElseThrow()));
  }

  /**
   * The job.
   *
   * @param file the certificate, when that is known already
   */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker, Optional<Path> file) {
    TrustCertificate all = new TrustCertificate(desk);
    Text text = desk.text();
    List<Page> pages =
        List.of(
            new AnchorPage(text, all.anchor, picker),
            new StoresPage(text, all.stores, picker),
            new ReviewPage(desk, all.review, picker),
            new ProgressPage(text, all.progress, dialogs),
            new TrustedPage(text, all.trusted, dialogs, picker, all::again));
    Flow flow = AskAuthority.flow(pages);
    all.flow = Optional.of(flow);
    flow.atProperty()
        .subscribe(_ -> flow.noWayBackProperty().set(flow.atProperty().get() > STORES + 1));
    file.ifPresent(all.anchor::take);
    return new Job(text.of("use.trust.title"), pages, flow, all::close);
  }

  private void close() {
    trusted.close();
    stores.wipe();
  }

  private Change change() {
    return stores.changeProperty().get();
  }

  private String actStem() {
    return switch (change()) {
      case INSTALL -> "review.trust";
      case REMOVE -> "review.distrust";
      case EXPORT -> "review.export";
    };
  }

  private String noteKey() {
    return switch (change()) {
      case INSTALL, REMOVE -> "review.trust.text";
      case EXPORT -> "review.export.text";
    };
  }

  private ProgressModel.Work work() {
    Anchor known = anchor.anchor().orElseThrow();
    TrustStores chosen = stores.chosen();
    Change what = change();
    Path folder = stores.folder().orElse(Path.of(""));
    return new ProgressModel.Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        Trusting doors = desk.services().trusting();
        return switch (what) {
          case INSTALL -> doors.install(known, chosen, heard, cancellation);
          case REMOVE -> doors.remove(known, chosen, heard, cancellation);
          case EXPORT -> doors.export(known, folder, heard);
        };
      }

      @Override
      public void close() {}
    };
  }

  private void ended(Ended how) {
    trusted.ended(how);
    flow.orElseThrow().next();
  }

  private void again(RunReport report) {
    flow.orElseThrow().again(STORES);
  }
}
