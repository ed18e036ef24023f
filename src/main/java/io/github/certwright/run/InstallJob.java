package io.github.certwright.run;

import io.github.certwright.check.HostPort;
import io.github.certwright.files.ReceiptIntent;
import io.github.certwright.files.WayBack;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.InstalledState;
import io.github.certwright.install.ToolFinder;
import io.github.certwright.install.ToolLook;
import io.github.certwright.plan.Plan;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.plan.PlanSteps;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.TlsProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** "Set up this computer": finds modeling tools and installs a pair into those chosen. */
public final class InstallJob {
  private final Workbench bench;
  private final PairReader reader;
  private final Optional<ElevatedInstall> rights;

  public InstallJob(Workbench bench, TlsProbe probe) {
    this(bench, new PairReader(bench, probe), Optional.empty());
  }

  private InstallJob(Workbench bench, PairReader reader, Optional<ElevatedInstall> rights) {
    this.bench = bench;
    this.reader = reader;
    this.rights = rights;
  }

  /** The same job, which asks for an administrator's rights where a tool needs them. */
  public InstallJob askingAdmin(ElevatedInstall elevated) {
    return new InstallJob(bench, reader, Optional.of(elevated));
  }

  /** The tools on this computer. */
  public List<FoundTool> find(BooleanSupplier cancelled) {
    return ToolFinder.find(bench.machine(), cancelled);
  }

  /** What a tool has installed now. */
  public static InstalledState state(FoundTool tool) {
    return new CertsFolder(tool.path()).state(Optional.empty());
  }

  /**
   * Reads the pair.
   *
   * @throws ProblemException with its own key for each way in which the source is not fit
   */
  public ReadPair read(PairSource source, BooleanSupplier cancelled) throws ProblemException {
    return reader.read(source, cancelled);
  }

  /**
   * The fingerprint of the certificate that a server shows now; {@link #read} refuses any other.
   *
   * @throws ProblemException when there is no TLS to look at; keys {@code tls.*}
   */
  public Fingerprint shown(HostPort where, BooleanSupplier cancelled) throws ProblemException {
    return reader.shown(where, cancelled);
  }

  /** The installs for chosen folders, or every folder's problem at once. */
  public Checked<List<PlannedInstall>> plan(List<Path> folders) {
    List<PlannedInstall> installs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path folder :
        folders.stream().map(p -> p.toAbsolutePath().normalize()).distinct().toList()) {
      switch (ToolLook.at(folder)) {
        case ToolLook.Look.Tool(FoundTool tool) -> installs.add(planned(tool));
        case ToolLook.Look.DoesNotLookLikeATool(FoundTool tool, Problem warning) -> {
          installs.add(planned(tool));
          problems.add(warning);
        }
        case ToolLook.Look.Unusable(Problem problem) -> problems.add(problem);
      }
    }
    return problems.stream().anyMatch(Problem::stops)
        ? new Checked.Bad<>(problems)
        : new Checked.Good<>(installs, problems);
  }

  private static PlannedInstall planned(FoundTool tool) {
    CertsFolder certs = new CertsFolder(tool.path());
    boolean replaces = Files.exists(certs.store()) || Files.exists(certs.password());
    return new PlannedInstall(tool.path(), tool.label(), replaces);
  }

  /** The steps of an installation. */
  public static List<Plan.Step> steps(List<PlannedInstall> installs) {
    return PlanSteps.installs(installs);
  }

  /**
   * Installs into each tool; on cancel everything is taken back.
   *
   * @param copies the folder in which both files of the pair stand already; without it the pair is
   *     put into the state folder when an administrator is needed, so that there is something to
   *     copy
   */
  public Finished run(
      ReadPair pair,
      List<PlannedInstall> installs,
      Optional<Path> copies,
      Progress progress,
      Cancellation cancellation) {
    StepTracker steps = new StepTracker(steps(installs), progress);
    JobReceipts receipts = new JobReceipts(bench);
    ReceiptIntent owed =
        receipts.intent(
            made(pair, installs.stream().map(PlannedInstall::tool).toList()), JobReceipts.TOOLS);
    InstallWork work = new InstallWork(bench.installer().owing(owed), steps, cancellation);
    List<Problem> problems = new ArrayList<>(bench.repair());
    problems.addAll(pair.warnings());
    Path from = copies.orElseGet(() -> bench.forAdministrator(name(pair)));
    try {
      work.run(installs, pair.pair(), Optional.of(from));
      rights.ifPresent(elevated -> work.withRights(elevated, pair.pair()));
      if (work.installedWithRights().isEmpty()) {
        cancellation.check();
      }
    } catch (CancellationException _) {
      return takenBack(pair, work, steps, problems);
    } catch (RuntimeException | Error e) {
      work.undo();
      work.close();
      throw e;
    }
    if (copies.isEmpty() && work.needsAdmin()) {
      bench.installer().stage(pair.pair(), from).ifPresent(problems::add);
    }
    problems.addAll(work.problems());
    Optional<String> receipt = keepReceipt(receipts, pair, work, problems);
    RunReport report = report(state(work), steps, pair, work, problems);
    return work.installedIn().isEmpty()
        ? Finished.withoutWayBack(report, work::close)
        : new Finished(report, () -> undo(work, receipt), work::close, receipt);
  }

  private static Finished takenBack(
      ReadPair pair, InstallWork work, StepTracker steps, List<Problem> problems) {
    problems.add(Problem.of("", "run.cancelled"));
    List<Problem> left = work.undo();
    problems.addAll(left);
    steps.undoAll(work.standing());
    State end = left.isEmpty() ? State.CANCELLED : State.PARTLY;
    RunReport report = report(end, steps, pair, work, problems);
    work.close();
    return Finished.ended(report);
  }

  private static JobReceipts.Made made(ReadPair pair, List<Path> tools) {
    return new JobReceipts.Made(
        "install", Optional.of(Facts.of(pair.certificate())), Optional.empty(), tools, false);
  }

  private static Optional<String> keepReceipt(
      JobReceipts receipts, ReadPair pair, InstallWork work, List<Problem> problems) {
    Map<String, WayBack> ways = new LinkedHashMap<>();
    work.wayBack().ifPresent(way -> ways.put(JobReceipts.TOOLS, way));
    receipts.withRights(work, problems).ifPresent(way -> ways.put(JobReceipts.RIGHTS, way));
    return receipts.keep(made(pair, work.installedIn()), ways, problems);
  }

  private List<Problem> undo(InstallWork work, Optional<String> receipt) {
    List<Problem> left = work.undo();
    if (left.isEmpty()) {
      receipt.ifPresent(new JobReceipts(bench)::drop);
    }
    return left;
  }

  /**
   * Puts the pair into the state folder for an administrator to copy, unless it stands there.
   *
   * @return the folder in which {@code cert.jks} and {@code cert.pass} stand
   * @throws ProblemException when it cannot be written
   */
  public Path forAdministrator(ReadPair pair) throws ProblemException {
    Path folder = bench.forAdministrator(name(pair));
    Optional<Problem> problem = bench.installer().stage(pair.pair(), folder);
    if (problem.isPresent()) {
      throw new ProblemException(problem.get());
    }
    return folder;
  }

  /**
   * The password in {@code cert.pass} beside a keystore, which the caller closes; empty when there
   * is none that can be read.
   */
  public Optional<Secret> passwordBeside(Path keystore) {
    return reader.passwordBeside(keystore);
  }

  private static String name(ReadPair pair) {
    return Fingerprint.of(pair.certificate()).withColons().replace(":", "").substring(0, 16);
  }

  private static State state(InstallWork work) {
    State state = work.state();
    return state == State.PARTLY && work.firstInstalled().isEmpty() ? State.FAILED : state;
  }

  private static RunReport report(
      State state, StepTracker steps, ReadPair pair, InstallWork work, List<Problem> problems) {
    return new RunReport(
        state,
        steps.reports(),
        List.of(),
        Optional.of(Facts.of(pair.certificate())),
        work.reports(),
        false,
        Optional.empty(),
        problems);
  }

  /** The tools found, each with what it has installed now. */
  public List<ToolReport> tools(List<FoundTool> tools, Optional<Fingerprint> wanted) {
    return tools.stream()
        .map(
            tool ->
                new ToolReport(
                    tool.product(),
                    tool.version(),
                    tool.path(),
                    new CertsFolder(tool.path()).state(wanted).word()))
        .toList();
  }
}
