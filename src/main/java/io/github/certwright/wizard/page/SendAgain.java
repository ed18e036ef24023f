package io.github.certwright.wizard.page;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.report.Afterwards;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.SendOrder;
import io.github.certwright.run.UploadJob;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of "Send again": a keystore that was made before goes to its server, alone. */
public final class SendAgain {
  private static final int REVIEW = 1;

  private final Desk desk;
  private final SendModel send;
  private final ReviewModel review;
  private final ProgressModel progress;
  private final SentModel sent;
  private final Flow flow;

  private SendAgain(Desk desk) {
    this.desk = desk;
    send = new SendModel(desk);
    review = new ReviewModel("review.send", this::promise);
    progress = new ProgressModel(desk, this::work, this::ended);
    sent = new SentModel(desk);
    flow = new Flow(List.of(send, review, progress, sent));
    flow.atProperty()
        .subscribe(_ -> flow.noWayBackProperty().set(flow.atProperty().get() > REVIEW));
  }

  /**
   * The job, for what a job of the past made; passwords are asked for again.
   *
   * @param folder the folder of that job
   * @param server the main name its certificate was made for
   */
  public static Job job(Desk desk, Dialogs dialogs, Picker picker, Path folder, String server) {
    SendAgain all = new SendAgain(desk);
    all.send.recall(folder, server);
    return all.job(dialogs, picker);
  }

  /**
   * The job, right after one that made a pair and could not send it: nothing need be typed again.
   *
   * @param plan of that job
   * @param from takes over the answers given there, secrets included
   * @param keystorePassword copied
   */
  static Job job(
      Desk desk,
      Dialogs dialogs,
      Picker picker,
      Plan plan,
      UploadModel from,
      Secret keystorePassword) {
    Plan.PlannedUpload upload = plan.upload().orElseThrow();
    SendAgain all = new SendAgain(desk);
    all.send.fill(
        new SendOrder(
            plan.folder().resolve(FileRole.SERVER_KEYSTORE.fileName()),
            upload.url().toString(),
            upload.user(),
            upload.tlsPort(),
            false));
    all.send.upload().takeOver(from);
    UploadModel.take(keystorePassword, all.send.passwordProperty());
    return all.job(dialogs, picker);
  }

  private Job job(Dialogs dialogs, Picker picker) {
    Text text = desk.text();
    send.upload().askerProperty().set(new TrustQuestion(text, dialogs));
    CompareModel compare = new CompareModel(send.upload(), this::sending);
    List<Page> pages =
        List.of(
            new SendPage(text, send, picker),
            new ReviewPage(desk, review, picker)
                .with(new ComparePanel(text, compare), compare::settle),
            new ProgressPage(text, progress, dialogs),
            new SentPage(text, sent, this::again));
    return new Job(text.of("send.title"), pages, flow, send::wipe);
  }

  private Optional<CompareModel.Sending> sending() {
    return send.planned()
        .map(
            planned -> {
              UploadJob.Keystore keystore = send.opened().orElseThrow();
              return new CompareModel.Sending(
                  planned, keystore.name(), Optional.of(keystore.sha256()));
            });
  }

  private Optional<Promise> promise() {
    return send.planned().map(planned -> new Promise(steps(planned), "review.send.text"));
  }

  private List<Plan.Step> steps(PlannedUpload planned) {
    RunReport.CertificateFacts facts = send.opened().orElseThrow().facts();
    List<Plan.Step> steps = new ArrayList<>();
    steps.add(
        new Plan.Step(
            "certificate",
            "review.setup.certificate",
            List.of(FoundPanel.whose(facts), facts.notAfter())));
    steps.addAll(UploadJob.steps(planned));
    return steps;
  }

  private ProgressModel.Work work() {
    PlannedUpload planned = send.planned().orElseThrow();
    UploadJob.Keystore keystore = send.opened().orElseThrow();
    Secret password = send.keystorePassword();
    var answer = send.upload().answer().orElseThrow();
    Path client = keystore.file().resolveSibling(FileRole.CLIENT_STORE.fileName());
    sent.about(planned, keystore, new Afterwards(StoreFormat.JKS, client, planned.tlsPort()));
    return new ProgressModel.Work() {
      @Override
      public Ended run(Progress heard, Cancellation cancellation) {
        return desk.services()
            .sends()
            .run(planned, keystore, password, answer.signIn(), heard, cancellation);
      }

      @Override
      public void close() {
        password.close();
        answer.signIn().close();
      }
    };
  }

  private void ended(Ended how) {
    sent.ended(how.report());
    flow.next();
  }

  private void again(RunReport report) {
    send.cameBack(report.problems());
    flow.again(0);
  }
}
