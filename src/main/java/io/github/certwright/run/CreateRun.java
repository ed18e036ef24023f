package io.github.certwright.run;

import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.files.WayBack;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.ServerGate.NotTrusted;
import io.github.certwright.secret.Secret;
import io.github.certwright.server.UploadOutcome;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLContext;

/** One run that makes the files of a server and its clients, from the first step to the report. */
final class CreateRun {
  private final String job;
  private final Plan plan;
  private final Secret password;
  private final Optional<UploadAnswer> target;
  private final LocalWork local;
  private final ReportMaker reports;
  private final StepTracker steps;
  private final JobReceipts receipts;
  private final List<Problem> problems = new ArrayList<>();
  private boolean uploaded;
  private boolean keystoreSent;
  private Optional<Fingerprint> verified = Optional.empty();

  /**
   * One run.
   *
   * @param job the command's name
   * @param password opens the server keystore
   * @param target where to send it, and as whom
   */
  CreateRun(
      String job,
      Plan plan,
      Secret password,
      Optional<UploadAnswer> target,
      LocalWork local,
      ReportMaker reports,
      StepTracker steps,
      Workbench bench) {
    this.job = job;
    this.plan = plan;
    this.password = password;
    this.target = target;
    this.local = local;
    this.reports = reports;
    this.steps = steps;
    this.receipts = new JobReceipts(bench);
    plan.upload().ifPresent(receipts::sendsTo);
    this.problems.addAll(bench.repair());
  }

  Finished go(Optional<ServerWork> server) {
    try {
      return server.isPresent() ? withServer(server.get()) : alone();
    } catch (CancellationException _) {
      return takeBack(State.CANCELLED, Problem.of("", "run.cancelled"));
    } catch (ProblemException e) {
      return takeBack(State.FAILED, e.problem());
    } catch (NotTrusted e) {
      return takeBack(State.NOT_TRUSTED, e.problem());
    } catch (RuntimeException | Error e) {
      if (!steps.begun(ServerWork.UPLOAD)) {
        local.undo();
      }
      local.close();
      throw e;
    }
  }

  private Finished alone() throws ProblemException {
    local.makeAndInstall();
    local.installWithRights();
    if (!local.installs().installedWithRights().isEmpty()) {
      return finish(local.installs().state(), Problem.of("", "run.admin.problem.late"));
    }
    local.writeReport(report());
    return kept(local.installs().state());
  }

  private Finished withServer(ServerWork server) throws ProblemException, NotTrusted {
    SSLContext trust;
    try {
      trust = server.open();
    } catch (ProblemException e) {
      if (e.problem().key().equals("tls.cancelled")) {
        throw new CancellationException();
      }
      return takeBack(State.REFUSED, e.problem());
    }
    UploadAnswer upload = target.orElseThrow();
    Made made = new Made();
    UploadOutcome outcome =
        server.upload(
            trust, upload.signIn(), made::make, FileRole.SERVER_KEYSTORE.fileName(), password);
    return after(outcome, made, server);
  }

  private Finished after(UploadOutcome outcome, Made made, ServerWork server)
      throws ProblemException {
    return switch (outcome) {
      case UploadOutcome.NotSent(Problem problem)
          when problem.key().equals("server.tls.not-there") ->
          byHand(problem);
      case UploadOutcome.NotSent(Problem problem) -> notSent(made, problem);
      case UploadOutcome.Refused(Problem problem) -> {
        steps.failed(ServerWork.UPLOAD, problem);
        problems.add(problem);
        yield afterUpload(State.PARTLY);
      }
      case UploadOutcome.Unclear(Problem problem, Problem cause) -> {
        keystoreSent = true;
        problems.add(problem.withDetail(cause.key()));
        yield verified(server, problem);
      }
      case UploadOutcome.Uploaded done -> {
        uploaded = true;
        keystoreSent = true;
        problems.addAll(done.warnings());
        steps.done(ServerWork.UPLOAD);
        yield verified(server, null);
      }
    };
  }

  /** Remembers whether it was ours or the server's fault that nothing was sent. */
  private final class Made {
    private boolean begun;

    byte[] make() throws ProblemException {
      begun = true;
      local.makeAndInstall();
      Path keystore = plan.folder().resolve(FileRole.SERVER_KEYSTORE.fileName());
      try {
        return Files.readAllBytes(keystore);
      } catch (IOException e) {
        throw new ProblemException(
            Problem.of("", "run.file.problem.vanished", keystore)
                .withDetail(e.getClass().getSimpleName()),
            e);
      }
    }
  }

  private Finished notSent(Made made, Problem problem) {
    if (problem.key().equals("server.cancelled")) {
      return takeBack(State.CANCELLED, Problem.of("", "run.cancelled"));
    }
    return takeBack(made.begun ? State.FAILED : State.REFUSED, problem);
  }

  /** An older server: the pair is made all the same, and a person puts it there. */
  private Finished byHand(Problem problem) throws ProblemException {
    steps.done(ServerWork.SIGN_IN);
    steps.failed(ServerWork.UPLOAD, problem);
    problems.add(problem);
    local.makeAndInstall();
    return afterUpload(State.PARTLY);
  }

  private Finished verified(ServerWork server, Problem unclear) throws ProblemException {
    Fingerprint expected = local.certificate().orElseThrow().sha256();
    try {
      verified =
          Optional.of(server.verify(expected, () -> ServerWork.installed(local.proofFolder())));
      if (unclear != null) {
        uploaded = true;
        steps.done(ServerWork.UPLOAD);
        problems.remove(problems.size() - 1);
      }
      return afterUpload(State.DONE);
    } catch (ProblemException e) {
      if (unclear != null) {
        steps.failed(ServerWork.UPLOAD, unclear);
      }
      steps.failed(ServerWork.VERIFY, e.problem());
      problems.add(e.problem());
      return afterUpload(State.PARTLY);
    }
  }

  /** From here on nothing is taken back: the server may already work with the keystore. */
  private Finished afterUpload(State state) {
    Problem late = Problem.of("", "run.cancel.late");
    try {
      local.installWithRights();
    } catch (CancellationException _) {
      problems.add(late);
      return finish(State.PARTLY, late);
    }
    return finish(state == State.DONE ? local.installs().state() : state, late);
  }

  private Finished finish(State state, Problem late) {
    State end = state;
    try {
      local.writeReport(report());
    } catch (ProblemException | CancellationException e) {
      Problem problem = e instanceof ProblemException known ? known.problem() : late;
      steps.failRunning(problem);
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
      end = State.PARTLY;
    }
    return kept(end);
  }

  private Finished kept(State state) {
    steps.skipWaiting();
    problems.addAll(local.installs().problems());
    List<Problem> stays = local.installs().stays();
    JobReceipts.Made made =
        new JobReceipts.Made(
            job,
            local.certificate(),
            Optional.of(plan.folder()),
            local.installs().installedIn(),
            keystoreSent);
    Map<String, WayBack> ways = new LinkedHashMap<>(local.waysBack());
    receipts
        .withRights(local.installs(), problems)
        .ifPresent(way -> ways.put(JobReceipts.RIGHTS, way));
    Optional<String> receipt = receipts.keep(made, ways, problems);
    if (keystoreSent) {
      return Finished.sent(result(state), local::close, receipt);
    }
    // Without its key the certificate that an administrator gave to a tool would be worth nothing.
    return new Finished(
        result(state), stays.isEmpty() ? () -> undo(receipt) : () -> stays, local::close, receipt);
  }

  private List<Problem> undo(Optional<String> receipt) {
    List<Problem> left = local.undo();
    if (left.isEmpty()) {
      receipt.ifPresent(receipts::drop);
    }
    return left;
  }

  private Finished takeBack(State state, Problem problem) {
    List<Problem> left = local.undo();
    if (state != State.CANCELLED) {
      steps.failRunning(problem);
    }
    steps.undoAll(local.standing());
    problems.add(problem);
    problems.addAll(left);
    local.close();
    return Finished.ended(result(left.isEmpty() ? state : State.PARTLY));
  }

  private RunReport result(State state) {
    return new RunReport(
        state,
        steps.reports(),
        local.written(),
        local.certificate(),
        local.installs().reports(),
        uploaded,
        verified,
        problems);
  }

  private byte[] report() {
    return reports.page(uploaded, verified);
  }
}
