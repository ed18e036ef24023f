package io.github.certwright;

import io.github.certwright.answers.PairAnswers;
import io.github.certwright.answers.RequestAnswers;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.plan.WaitingRequests;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.AuthorityJob;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.CompleteJob;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.run.HeldKey;
import io.github.certwright.run.ImportJob;
import io.github.certwright.run.ImportJob.FoundKey;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.PairJob;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RenewJob;
import io.github.certwright.run.Renewal;
import io.github.certwright.run.RequestJob;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Pins;
import io.github.certwright.wizard.KeyWork;
import io.github.certwright.wizard.Rights;
import io.github.certwright.wizard.Services.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Requests, answers, renewals and existing keystores, as the wizard asks for them. */
final class KeyDoor implements KeyWork {
  private final Workbench bench;
  private final Pins pins;
  private final RequestJob requests;
  private final PairJob pairs;

  /**
   * @param waiting the requests that wait for an answer
   * @param pins the server certificates somebody has agreed to
   */
  KeyDoor(Workbench bench, ServerTools server, WaitingRequests waiting, Pins pins) {
    this.bench = bench;
    this.pins = pins;
    requests = new RequestJob(bench, waiting);
    pairs = new PairJob(bench, server, waiting);
  }

  @Override
  public List<WaitingRequest> waiting() {
    return requests.waiting();
  }

  @Override
  public Checked<RequestPlan> plan(RequestAnswers answers) {
    return requests.plan(answers);
  }

  @Override
  public RequestPlan plan(HeldKey held) {
    return requests.plan(held);
  }

  @Override
  public Ended request(
      RequestPlan plan, RequestAnswers answers, Progress progress, Cancellation cancellation) {
    return new FinishedRun(requests.run(plan, answers, progress, cancellation));
  }

  @Override
  public Ended request(
      RequestPlan plan, HeldKey held, Progress progress, Cancellation cancellation) {
    return new FinishedRun(requests.run(plan, held, progress, cancellation));
  }

  @Override
  public RequestJob.Written written(Path request) throws ProblemException {
    return requests.read(request);
  }

  @Override
  public Renewal open(Path keystore, Secret password) throws ProblemException {
    return new RenewJob(bench).open(keystore, password);
  }

  @Override
  public Optional<Secret> passwordBeside(Path keystore) {
    return pairs.serverPassword(keystore);
  }

  @Override
  public Checked<Material> answered(HeldKey held, List<Path> files) {
    return new CompleteJob(bench).read(held, files);
  }

  @Override
  public Checked<Material> renewed(
      Renewal renewal, RenewJob.Wanted wanted, Optional<OpenAuthority> authority) {
    RenewJob job = new RenewJob(bench);
    return authority
        .map(root -> job.material(renewal, wanted, root))
        .orElseGet(() -> job.material(renewal, wanted));
  }

  @Override
  public OpenAuthority authority(Path file, Secret password) throws ProblemException {
    return new AuthorityJob(bench).open(file, password);
  }

  @Override
  public List<FoundKey> look(List<Path> files, Secret password) throws ProblemException {
    return new ImportJob(bench).look(files, password);
  }

  @Override
  public Checked<Material> chosen(List<FoundKey> found, String alias) {
    return new ImportJob(bench).choose(found, alias);
  }

  @Override
  public Secret clientPassword(Optional<Path> keystore, Secret server) {
    return pairs.clientPassword(keystore, server);
  }

  @Override
  public Ended run(
      Plan plan,
      Material material,
      PairAnswers answers,
      Rights rights,
      Progress progress,
      Cancellation cancellation) {
    PairJob mine =
        switch (rights) {
          case OWN -> pairs;
          case ADMINISTRATOR -> pairs.askingAdmin(ElevatedInstall.here(bench));
        };
    return new FinishedRun(mine.run(plan, material, answers, pins, progress, cancellation));
  }
}
