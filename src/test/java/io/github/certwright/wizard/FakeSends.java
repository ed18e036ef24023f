package io.github.certwright.wizard;

import io.github.certwright.WizardDoors;
import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.issue.Issued;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Finished;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.SendOrder;
import io.github.certwright.run.UploadJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Pairs;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sending again, to a server that is made up. */
public final class FakeSends implements Sends {
  private static final Issued ISSUED = Pairs.make("tw.example.com");

  private final List<String> asked;
  public SendOrder order =
      new SendOrder(
          Path.of("/home/anna/new/KeyStore.jks"),
          "https://tw.example.com:8111",
          "anna",
          10002,
          false);
  public Optional<Problem> cannotOpen = Optional.empty();
  public RunReport.State ends = RunReport.State.DONE;
  public boolean uploaded = true;
  public List<Problem> problems = List.of();

  FakeSends(List<String> asked) {
    this.asked = asked;
  }

  @Override
  public SendOrder recall(Path folder, String server) {
    asked.add("recall " + folder + " " + server);
    return order;
  }

  @Override
  public UploadJob.Keystore open(Path file, Secret password) throws ProblemException {
    asked.add("open " + file + " with " + (password.isEmpty() ? "nothing" : "something"));
    if (cannotOpen.isPresent()) {
      throw new ProblemException(cannotOpen.get());
    }
    return new UploadJob.Keystore(file, "5e", () -> new byte[] {1}, ISSUED.certificate());
  }

  @Override
  public Ended run(
      PlannedUpload planned,
      UploadJob.Keystore keystore,
      Secret password,
      SignIn signIn,
      Progress progress,
      Cancellation cancellation) {
    asked.add("send " + keystore.name() + " to " + planned.url() + " on " + planned.tlsPort());
    progress.planned(UploadJob.steps(planned));
    RunReport report =
        new RunReport(
            ends,
            List.of(),
            List.of(),
            Optional.of(keystore.facts()),
            List.of(),
            uploaded,
            ends == RunReport.State.DONE
                ? Optional.of(keystore.facts().sha256())
                : Optional.empty(),
            problems);
    return WizardDoors.ended(Finished.ended(report));
  }
}
