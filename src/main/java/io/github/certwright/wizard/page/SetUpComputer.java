package io.github.certwright.wizard.page;

import io.github.certwright.check.HostPort;
import io.github.certwright.plan.Plan;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.InstallJob;
import io.github.certwright.run.Progress;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages of "Set up this computer", and how one leads to the next. */
public final class SetUpComputer {
  private static final int TOOLS = 1;
  private static final int REVIEW = 2;
  private static final int PROGRESS = 3;

  private final Desk desk;
  private final SourceModel source;
  private final TargetsModel tools;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final InstalledModel installed;
  private final Flow flow;

  private SetUpComputer(Desk desk) {
    this.desk = desk;
    source = new SourceModel(desk);
    tools = new TargetsModel(desk, source::pair);
    review = new ReviewModel("review.install", this::promise);
    progress = new ProgressModel(desk, this::work, this::ended);
    installed = new InstalledModel(desk, source::pair);
    flow = new Flow(List.of(source, tools, review, progress, installed));
    flow.atProperty()
        .subscribe(_ -> flow.noWayBackProperty().set(flow.atProperty().get() > REVIEW));
  }

  /**
   * The job.
   *
   * @param file a client kit or certificate that is at hand already
   */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker, Optional<Path> file) {
    return job(desk, dialogs, picker, source -> file.ifPresent(source::take));
  }

  /** The job with the certificate that a server shows, which is asked at once. */
  static Job asking(Desk desk, Dialogs dialogs, Picker picker, HostPort server) {
    return job(desk, dialogs, picker, source -> source.ask(server));
  }

  private static Job job(Desk desk, Dialogs dialogs, Picker picker, Consumer<SourceModel> begin) {
    SetUpComputer all = new SetUpComputer(desk);
    Text text = desk.text();
    List<Page> pages =
        List.of(
            new SourcePage(text, all.source, picker),
            new TargetsPage(text, all.tools, picker),
            new ReviewPage(desk, all.review, picker),
            new ProgressPage(text, all.progress, dialogs),
            new InstalledPage(
                text,
                all.installed,
                dialogs,
                picker,
                () -> all.flow.again(TOOLS),
                all::againWithRights));
    begin.accept(all.source);
    return new Job(text.of("start.setup.title"), pages, all.flow, all::close);
  }

  private Optional<Promise> promise() {
    return source
        .foundProperty()
        .get()
        .map(found -> new Promise(steps(found), "review.setup.text"));
  }

  private List<Plan.Step> steps(CertificateFacts found) {
    List<Plan.Step> steps = new ArrayList<>();
    steps.add(
        new Plan.Step(
            "certificate",
            "review.setup.certificate",
            List.of(FoundPanel.whose(found), found.notAfter())));
    steps.addAll(tools.rights().promised(InstallJob.steps(tools.installs())));
    return steps;
  }

  private ProgressModel.Work work() {
    ReadPair pair = source.pair().orElseThrow();
    List<Plan.PlannedInstall> installs = tools.installs();
    Rights rights = tools.rights().answer();
    return new ProgressModel.Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        return desk.services().installs().run(pair, installs, rights, heard, cancellation);
      }

      @Override
      public void close() {}
    };
  }

  private void againWithRights() {
    tools.rights().askProperty().set(true);
    flow.again(PROGRESS);
  }

  private void ended(Ended how) {
    installed.ended(how);
    flow.next();
  }

  private void close() {
    source.wipe();
    installed.close();
  }
}
