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

/** What "Send again" asks of the world outside the window; slow like all services. */
public interface Sends {

  /** What a job of the past made for its server, and where that is sent. */
  SendOrder recall(Path folder, String server);

  /**
   * Opens the keystore that is to be sent.
   *
   * @param password opens it; when empty, the one in the file beside it, if there is one
   * @throws ProblemException when it cannot be opened or holds no key
   */
  UploadJob.Keystore open(Path file, Secret password) throws ProblemException;

  /**
   * Sends it and looks whether the server uses it.
   *
   * @param password as in {@link #open}
   */
  Ended run(
      PlannedUpload planned,
      UploadJob.Keystore keystore,
      Secret password,
      SignIn signIn,
      Progress progress,
      Cancellation cancellation);
}
