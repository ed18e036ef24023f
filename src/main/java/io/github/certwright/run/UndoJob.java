package io.github.certwright.run;

import io.github.certwright.files.Receipt;
import io.github.certwright.files.TakeBack;
import io.github.certwright.files.TakeBack.Fate;
import io.github.certwright.files.TakeBack.Item;
import io.github.certwright.files.WayBack;
import io.github.certwright.install.ToolLook;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes back, also days later, what a job changed on this computer. */
public final class UndoJob {
  private static final Set<String> TOOL_PARTS = Set.of(JobReceipts.TOOLS, JobReceipts.RIGHTS);

  private final Workbench bench;
  private final TrustJob trust;

  public UndoJob(Workbench bench) {
    this(bench, new TrustJob(bench));
  }

  /** With the trust stores of a computer that was prepared. */
  public UndoJob(Workbench bench, TrustJob trust) {
    this.bench = bench;
    this.trust = trust;
  }

  /**
   * The jobs of which a receipt was kept, newest first; those undone already among them.
   *
   * @throws ProblemException when the receipts cannot be read
   */
  public List<PastRun> list() throws ProblemException {
    return bench.receipts().all().stream()
        .map(receipt -> new PastRun(receipt, bench.machine().files()))
        .toList();
  }

  /** Finishes what a crash left, whose receipt may be missing yet; what was done, in sentences. */
  public List<Problem> repair() {
    return bench.repair();
  }

  /**
   * The newest job that was not undone yet.
   *
   * @throws ProblemException when the receipts cannot be read
   */
  public Optional<PastRun> last() throws ProblemException {
    return list().stream().filter(run -> run.undone().isEmpty()).findFirst();
  }

  /**
   * The job with this identifier.
   *
   * @throws ProblemException when there is none
   */
  public PastRun find(String id) throws ProblemException {
    return list().stream()
        .filter(run -> run.id().equals(id.strip()))
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(Problem.of("undo.id", "run.undo.problem.unknown", id)));
  }

  /**
   * What undoing it would do now; reads only.
   *
   * @throws ProblemException when it was undone already, or a folder cannot be read
   */
  public UndoPlan plan(PastRun run) throws ProblemException {
    if (run.undone().isPresent()) {
      throw new ProblemException(
          Problem.of("undo.id", "run.undo.problem.already", run.undone().get()));
    }
    TakeBack takeBack = new TakeBack(bench.disk(), bench.journals());
    List<Item> items = new ArrayList<>();
    boolean filesStay = false;
    boolean needed = false;
    Set<Path> going = new HashSet<>();
    List<Map.Entry<String, WayBack>> parts = List.copyOf(run.receipt().parts().entrySet());
    for (Map.Entry<String, WayBack> part : parts.reversed()) {
      boolean tools = TOOL_PARTS.contains(part.getKey());
      if (tools || !(run.sent() || needed)) {
        List<Item> now = takeBack.look(part.getValue(), tools, going);
        items.addAll(now);
        needed |= part.getKey().equals(JobReceipts.RIGHTS) && now.stream().anyMatch(UndoJob::stays);
      } else {
        filesStay = true;
      }
    }
    return new UndoPlan(run, items, filesStay);
  }

  /** Without its key the certificate that stays in a tool would be worth nothing. */
  private static boolean stays(Item item) {
    return !item.fate().acts() && item.fate() != Fate.AS_BEFORE;
  }

  /**
   * Undoes what the plan says; a file that was changed in the meantime is left alone. Cannot be
   * cancelled, because it takes no longer than stopping would.
   *
   * @return the state is done, partly when something was left alone, or failed when nothing was
   *     changed
   */
  public RunReport run(UndoPlan plan, Progress progress) {
    return run(plan, Secret.empty(), progress);
  }

  /**
   * The same where somebody changed the password of Java's own list.
   *
   * @param javaPassword of {@code cacerts} files, which the caller closes after the run; empty for
   *     the one that Java is delivered with
   */
  public RunReport run(UndoPlan plan, Secret javaPassword, Progress progress) {
    return plan.trust().isPresent()
        ? takeBack(plan, plan.trust().get(), javaPassword, progress)
        : putBack(plan, progress);
  }

  private RunReport takeBack(
      UndoPlan plan, TrustUndo undo, Secret javaPassword, Progress progress) {
    RunReport report = trust.takeBack(undo, javaPassword, progress);
    List<Problem> problems = new ArrayList<>();
    if (report.state() == State.DONE) {
      markUndone(plan, false, problems);
    }
    return report.withWarnings(problems);
  }

  private RunReport putBack(UndoPlan plan, Progress progress) {
    StepTracker steps = new StepTracker(plan.steps(), progress);
    List<Problem> problems = new ArrayList<>(bench.repair());
    plan.steps().forEach(step -> steps.running(step.id()));
    boolean left = !plan.problems().isEmpty();
    problems.addAll(plan.problems());
    try {
      List<Problem> failed = new TakeBack(bench.disk(), bench.journals()).run(plan.acting());
      problems.addAll(failed);
      tell(plan, steps, failed);
      if (failed.isEmpty()) {
        markUndone(plan, left, problems);
      }
      State good = left || !failed.isEmpty() ? State.PARTLY : State.DONE;
      return report(plan, plan.acts() ? good : nothingDone(left), steps, problems);
    } catch (ProblemException e) {
      steps.failRunning(e.problem());
      problems.add(e.problem());
      return report(plan, State.FAILED, steps, problems);
    }
  }

  private static State nothingDone(boolean left) {
    return left ? State.FAILED : State.DONE;
  }

  private static void tell(UndoPlan plan, StepTracker steps, List<Problem> failed) {
    Set<Object> where = new HashSet<>();
    failed.forEach(problem -> where.addAll(problem.args()));
    Iterator<Item> items = plan.acting().iterator();
    plan.steps()
        .forEach(
            step -> {
              if (where.contains(items.next().path())) {
                steps.failed(step.id(), failed.getFirst());
              } else {
                steps.done(step.id());
              }
            });
  }

  /** A job of which something was left alone because of a change stays in the list. */
  private void markUndone(UndoPlan plan, boolean left, List<Problem> problems) {
    boolean onlySent =
        plan.problems().stream().allMatch(p -> p.key().equals("run.undo.problem.sent"));
    if (left && !(onlySent && plan.acts())) {
      return;
    }
    Receipt receipt = plan.run().receipt();
    try {
      bench.receipts().keep(receipt.with("undone", Instant.now(bench.clock()).toString()));
    } catch (ProblemException e) {
      problems.add(
          Problem.warning("", "run.undo.warning.not-marked").withDetail(e.problem().detail()));
    }
  }

  private static ToolReport undone(Path tool) {
    return switch (ToolLook.at(tool)) {
      case ToolLook.Look.Tool(var seen) ->
          new ToolReport(seen.product(), seen.version(), tool, "undone");
      case ToolLook.Look.DoesNotLookLikeATool _, ToolLook.Look.Unusable _ ->
          new ToolReport(String.valueOf(tool.getFileName()), "", tool, "undone");
    };
  }

  private static RunReport report(
      UndoPlan plan, State state, StepTracker steps, List<Problem> problems) {
    List<ToolReport> tools = new ArrayList<>();
    Set<Path> touched = new HashSet<>();
    plan.acting().forEach(item -> touched.add(item.path().getParent()));
    for (Path tool : state == State.FAILED ? List.<Path>of() : plan.run().tools()) {
      if (touched.contains(tool.resolve("certs"))) {
        tools.add(undone(tool));
      }
    }
    return new RunReport(
        state,
        steps.reports(),
        List.of(),
        Optional.empty(),
        tools,
        false,
        Optional.empty(),
        problems);
  }
}
