package io.github.certwright;

import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.keystore.ClientPassword;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Finished;
import io.github.certwright.run.Progress;
import io.github.certwright.run.SendOrder;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.UploadJob;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.Sends;
import io.github.certwright.wizard.Services.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Sending a keystore that exists, as the wizard asks for it. */
final class SendDoor implements Sends {
  private final Workbench bench;
  private final UploadJob job;
  private final Pins pins;

  SendDoor(Workbench bench, ServerTools server, Pins pins) {
    this.bench = bench;
    this.pins = pins;
    job = new UploadJob(bench, server);
  }

  @Override
  public SendOrder recall(Path folder, String server) {
    return SendOrder.recall(bench, folder, server);
  }

  @Override
  public UploadJob.Keystore open(Path file, Secret password) throws ProblemException {
    try (Secret found = typedOrKept(file, password)) {
      return UploadJob.open(file, found);
    }
  }

  @Override
  public Ended run(
      PlannedUpload planned,
      UploadJob.Keystore keystore,
      Secret password,
      SignIn signIn,
      Progress progress,
      Cancellation cancellation) {
    try (Secret found = typedOrKept(keystore.file(), password)) {
      return new FinishedRun(
          Finished.ended(job.run(planned, keystore, found, signIn, pins, progress, cancellation)));
    }
  }

  private static Secret typedOrKept(Path file, Secret typed) {
    Path kept = file.resolveSibling(FileRole.SERVER_PASSWORD.fileName());
    if (!typed.isEmpty() || !Files.isRegularFile(kept)) {
      return typed.copy();
    }
    byte[] bytes = {};
    try {
      bytes = Files.readAllBytes(kept);
      return ClientPassword.read(bytes);
    } catch (IOException | ProblemException _) {
      // The keystore then says that its password is missing.
      return Secret.empty();
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
