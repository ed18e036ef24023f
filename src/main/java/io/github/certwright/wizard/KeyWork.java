package io.github.certwright.wizard;

import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.HeldKey;
import io.github.certwright.run.ImportJob.FoundKey;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RenewJob;
import io.github.certwright.run.Renewal;
import io.github.certwright.run.RequestJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What requests to an authority, its answers, renewals and existing keystores ask of the world
 * outside the window; slow like all services.
 */
public interface KeyWork {

  /** The requests whose answer is waited for and whose keystore is there, newest first. */
  List<WaitingRequest> waiting();

  /** What a request would do, or why it cannot be made; reads the disk, writes nothing. */
  Checked<RequestPlan> plan(RequestAnswers answers);

  /** What a request for a key that is there would do. */
  RequestPlan plan(HeldKey held);

  /** Makes a key and a request for it. */
  Ended request(
      RequestPlan plan, RequestAnswers answers, Progress progress, Cancellation cancellation);

  /** Makes a request for a key that is there. */
  Ended request(RequestPlan plan, HeldKey held, Progress progress, Cancellation cancellation);

  /**
   * Reads a request that was made.
   *
   * @throws ProblemException when the file is gone or no request
   */
  RequestJob.Written written(Path request) throws ProblemException;

  /**
   * Opens a server's keystore.
   *
   * @throws ProblemException when it cannot be read or opened, or holds no key, or several
   */
  Renewal open(Path keystore, Secret password) throws ProblemException;

  /** The password kept beside a server's keystore, if any; the caller closes it. */
  Optional<Secret> passwordBeside(Path keystore);

  /** Judges what an authority answered, in files of any form and order. */
  Checked<Material> answered(HeldKey held, List<Path> files);

  /**
   * The renewal of a certificate.
   *
   * @param authority our own root authority, when it is to issue
   */
  Checked<Material> renewed(
      Renewal renewal, RenewJob.Wanted wanted, Optional<OpenAuthority> authority);

  /**
   * Opens our own root authority.
   *
   * @throws ProblemException when the file is none or the password does not open it
   */
  OpenAuthority authority(Path file, Secret password) throws ProblemException;

  /**
   * Finds every key in files that exist.
   *
   * @throws ProblemException when the files are not fit
   */
  List<FoundKey> look(List<Path> files, Secret password) throws ProblemException;

  /** The key to go on with, or why it cannot be used. */
  Checked<Material> chosen(List<FoundKey> found, String alias);

  /** The password to propose for the client file; the caller closes it. */
  Secret clientPassword(Optional<Path> keystore, Secret server);

  /** Makes the files of a pair, installs and uploads them. */
  Ended run(
      Plan plan,
      Material material,
      PairAnswers answers,
      Rights rights,
      Progress progress,
      Cancellation cancellation);
}
