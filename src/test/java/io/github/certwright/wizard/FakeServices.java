package io.github.certwright.wizard;

import io.github.certwright.answers.Answers;
import io.github.certwright.answers.HostName;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.WhereAnswer;
import io.github.certwright.check.CheckReport;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Surroundings;
import io.github.certwright.plan.Surroundings.FolderFacts;
import io.github.certwright.plan.Surroundings.FolderState;
import io.github.certwright.plan.Surroundings.ToolFacts;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.run.Progress.StepReport;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.ServerNow;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.LocalNames;
import io.github.certwright.tls.Reachability;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A world outside the window that answers at once and remembers what it was asked. */
public final class FakeServices implements Services {
  public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  public static final Fingerprint MADE =
      new Fingerprint("3c0a7c1d5e8f4b6a9d2c1e0f7a8b9c4d5e6f708192a3b4c5d6e7f8091a2b3c4d");

  public final List<String> asked = new ArrayList<>();
  public Reachability reach = new Reachability(true, true, false);
  public List<Tool> tools = FakeTools.three();
  public Path home = Path.of("/home/anna/Certwright");
  public Set<String> inFolder = Set.of();
  public String synchronised = "";
  public ServerLook look =
      new ServerLook.AskFirst(
          MADE, "CN=teamworkcloud, O=Installer", NOW.plus(Duration.ofDays(300)));
  public Optional<Problem> refuses = Optional.empty();
  public RunReport.State ends = RunReport.State.DONE;
  public boolean mayUndo = true;
  public List<Problem> runProblems = List.of();
  public Optional<CountDownLatch> holdsAtFirstStep = Optional.empty();
  public Optional<CountDownLatch> holdsAtSignIn = Optional.empty();
  public boolean mayChange = true;
  public Optional<ServerNow> now =
      Optional.of(new ServerNow(true, 10002, "keystore.p12", Optional.empty()));
  public final FakeSends send = new FakeSends(asked);
  public final FakeInstalls setUp = new FakeInstalls(asked);
  public final FakePast past = new FakePast(asked);
  public KeyWork keys = FakeKeys.none();
  public Optional<RootWork> roots = Optional.empty();
  public Optional<Trusting> trusting = Optional.empty();
  public Optional<Function<WhereAnswer, Surroundings>> realDisk = Optional.empty();
  public Rights rights;
  public final FakeChecks checks = new FakeChecks(asked);
  public Optional<Practice> practice = Optional.empty();
  public Plan plan;

  @Override
  public Reachability reach(HostName name, Cancellation cancellation) {
    asked.add("reach " + name.ascii());
    return reach;
  }

  @Override
  public LocalNames localNames() {
    return new LocalNames("workstation", "workstation.example.com", List.of("10.20.30.50"));
  }

  @Override
  public String proposeFolder(String server, String lastFolder) {
    return home.resolve(server).toString();
  }

  @Override
  public List<Tool> findTools(Cancellation cancellation) {
    return tools;
  }

  @Override
  public Tool lookAtTool(Path folder) {
    return new Tool(
        folder,
        folder.getFileName().toString(),
        "",
        false,
        true,
        Tool.Installed.NOTHING,
        Optional.empty());
  }

  @Override
  public Surroundings survey(WhereAnswer where) {
    asked.add("survey " + where.folder());
    if (realDisk.isPresent()) {
      return realDisk.get().apply(where);
    }
    return new Surroundings(
        NOW,
        new FolderFacts(
            Path.of(where.folder().isBlank() ? "/" : where.folder()),
            inFolder.isEmpty() ? FolderState.NEW : FolderState.WRITABLE,
            inFolder,
            Long.MAX_VALUE,
            synchronised),
        false,
        where.tools().stream()
            .map(
                tool ->
                    new ToolFacts(
                        tool, tool.getFileName().toString(), true, true, true, false, false))
            .toList());
  }

  @Override
  public ServerLook look(String url) {
    asked.add("look " + url);
    return look;
  }

  @Override
  public void agree(String url, Fingerprint fingerprint) {
    asked.add("agree " + url);
  }

  @Override
  public SignedIn testSignIn(UploadAnswer upload, Cancellation cancellation)
      throws ProblemException {
    asked.add("signIn " + upload.url());
    holdsAtSignIn.ifPresent(FakeServices::await);
    asked.add("signed out" + (cancellation.isCancelled() ? " after being stopped" : ""));
    if (refuses.isPresent()) {
      throw new ProblemException(refuses.get());
    }
    return new SignedIn("anna", mayChange, "2024x Refresh3", now, List.of());
  }

  @Override
  public FakeSends sends() {
    return send;
  }

  @Override
  public Checks checks() {
    return checks;
  }

  @Override
  public Installs installs() {
    return setUp;
  }

  @Override
  public Past past() {
    return past;
  }

  @Override
  public KeyWork keys() {
    return keys;
  }

  @Override
  public RootWork roots() {
    return roots.orElseThrow();
  }

  @Override
  public Trusting trusting() {
    return trusting.orElseThrow();
  }

  @Override
  public Practice practise() throws ProblemException {
    asked.add("practise");
    return practice.orElseThrow();
  }

  @Override
  public Ended run(
      Plan what, Answers answers, Rights with, Progress progress, Cancellation cancellation) {
    plan = what;
    rights = with;
    asked.add("run");
    progress.planned(what.steps());
    List<StepReport> steps = new ArrayList<>();
    for (Plan.Step step : what.steps()) {
      progress.step(new StepReport(step, Progress.State.RUNNING, Optional.empty()));
      holdsAtFirstStep.ifPresent(FakeServices::await);
      if (cancellation.isCancelled()) {
        return ended(report(RunReport.State.CANCELLED, what, steps));
      }
      StepReport done = new StepReport(step, Progress.State.DONE, Optional.empty());
      steps.add(done);
      progress.step(done);
    }
    return ended(report(ends, what, steps));
  }

  private Ended ended(RunReport report) {
    Optional<String> receipt =
        report.files().isEmpty() ? Optional.empty() : Optional.of("20261121-100000-000-aaaa");
    boolean undoable = mayUndo && !report.files().isEmpty() && !report.uploaded();
    return new FakeEnded(report, receipt, undoable, asked);
  }

  @Override
  public CheckReport check(NewConnection made, Cancellation cancellation) {
    asked.add("check " + made.where().typed());
    return checks.finds.getFirst();
  }

  @Override
  public void saveCopy(Path from, Path to) {
    asked.add("saveCopy " + from.getFileName());
  }

  @Override
  public void saveWords(String words, Path to) {
    asked.add("saveWords " + to.getFileName());
  }

  @Override
  public void saveReminder(RunReport.CertificateFacts certificate, Path to) {
    asked.add("saveReminder " + to.getFileName());
  }

  @Override
  public void openFolder(Path folder) {
    asked.add("openFolder " + folder);
  }

  private RunReport report(RunReport.State state, Plan what, List<StepReport> steps) {
    boolean kept =
        state == RunReport.State.DONE
            || state == RunReport.State.PARTLY
            || state == RunReport.State.NEEDS_ADMIN;
    return new RunReport(
        state,
        steps,
        kept
            ? what.files().stream()
                .map(file -> new RunReport.WrittenFile(file.role(), file.path(), "00"))
                .toList()
            : List.of(),
        kept ? Optional.of(facts(what)) : Optional.empty(),
        what.installs().stream()
            .map(
                install ->
                    new RunReport.ToolReport(
                        install.label(),
                        "",
                        install.tool(),
                        state == RunReport.State.NEEDS_ADMIN ? "needs-admin" : "installed"))
            .toList(),
        what.upload().isPresent() && state == RunReport.State.DONE,
        what.upload().isPresent() && state == RunReport.State.DONE
            ? Optional.of(MADE)
            : Optional.empty(),
        runProblems);
  }

  private static RunReport.CertificateFacts facts(Plan what) {
    return new RunReport.CertificateFacts(
        "CN=twcloud.example.com",
        "CN=twcloud.example.com",
        BigInteger.TEN,
        MADE,
        what.certificate().notBefore(),
        what.certificate().notAfter(),
        List.of("twcloud.example.com"),
        "RSA 2048");
  }

  /** Where a role's file stands in the last plan. */
  public Path file(FileRole role) {
    return plan.folder().resolve(role.fileName());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
