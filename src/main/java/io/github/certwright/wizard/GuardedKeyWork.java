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

/** Key material behind the guard. */
record GuardedKeyWork(KeyWork doors, FxGuard guard) implements KeyWork {
  @Override
  public List<WaitingRequest> waiting() {
    guard.opening("waiting");
    return doors.waiting();
  }

  @Override
  public Checked<RequestPlan> plan(RequestAnswers answers) {
    guard.opening("plan");
    return doors.plan(answers);
  }

  @Override
  public RequestPlan plan(HeldKey held) {
    guard.opening("plan");
    return doors.plan(held);
  }

  @Override
  public Ended request(
      RequestPlan plan, RequestAnswers answers, Progress progress, Cancellation cancellation) {
    guard.opening("request");
    return new GuardedEnded(doors.request(plan, answers, progress, cancellation), guard);
  }

  @Override
  public Ended request(
      RequestPlan plan, HeldKey held, Progress progress, Cancellation cancellation) {
    guard.opening("request");
    return new GuardedEnded(doors.request(plan, held, progress, cancellation), guard);
  }

  @Override
  public RequestJob.Written written(Path request) throws ProblemException {
    guard.opening("written");
    return doors.written(request);
  }

  @Override
  public Renewal open(Path keystore, Secret password) throws ProblemException {
    guard.opening("open");
    return doors.open(keystore, password);
  }

  @Override
  public Optional<Secret> passwordBeside(Path keystore) {
    guard.opening("passwordBeside");
    return doors.passwordBeside(keystore);
  }

  @Override
  public Checked<Material> answered(HeldKey held, List<Path> files) {
    guard.opening("answered");
    return doors.answered(held, files);
  }

  @Override
  public Checked<Material> renewed(
      Renewal renewal, RenewJob.Wanted wanted, Optional<OpenAuthority> authority) {
    guard.opening("renewed");
    return doors.renewed(renewal, wanted, authority);
  }

  @Override
  public OpenAuthority authority(Path file, Secret password) throws ProblemException {
    guard.opening("authority");
    return doors.authority(file, password);
  }

  @Override
  public List<FoundKey> look(List<Path> files, Secret password) throws ProblemException {
    guard.opening("look");
    return doors.look(files, password);
  }

  @Override
  public Checked<Material> chosen(List<FoundKey> found, String alias) {
    guard.opening("chosen");
    return doors.chosen(found, alias);
  }

  @Override
  public Secret clientPassword(Optional<Path> keystore, Secret server) {
    guard.opening("clientPassword");
    return doors.clientPassword(keystore, server);
  }

  @Override
  public Ended run(
      Plan plan,
      Material material,
      PairAnswers answers,
      Rights rights,
      Progress progress,
      Cancellation cancellation) {
    guard.opening("run");
    return new GuardedEnded(
        doors.run(plan, material, answers, rights, progress, cancellation), guard);
  }
}
