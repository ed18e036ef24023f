package io.github.certwright.wizard;

import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.SendOrder;
import io.github.certwright.run.UploadJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;

/** Sending again, behind the guard. */
record GuardedSends(Sends doors, FxGuard guard) implements Sends {
  @Override
  public SendOrder recall(Path folder, String server) {
    guard.opening("recall");
    return doors.recall(folder, server);
  }

  @Override
  public UploadJob.Keystore open(Path file, Secret password) throws ProblemException {
    guard.opening("open");
    return doors.open(file, password);
  }

  @Override
  public Ended run(
      PlannedUpload planned,
      UploadJob.Keystore keystore,
      Secret password,
      SignIn signIn,
      Progress progress,
      Cancellation cancellation) {
    guard.opening("send");
    return new GuardedEnded(
        doors.run(planned, keystore, password, signIn, progress, cancellation), guard);
  }
}
