package io.github.certwright.cli;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Interrupts;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.SettingsChange;
import io.github.certwright.run.Workbench;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Pins;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One command's conversation with the person or script that gave it. */
final class Face implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Face.class.getName());

  private final String job;
  private final Wiring wiring;
  private final Terminal terminal;
  private final CommonOptions options;
  private final Text text;
  private final Workbench bench;
  private final Cancellation cancellation = new Cancellation();
  private Optional<Interrupts> interrupts = Optional.empty();
  private List<Plan.Step> found = List.of();

  Face(String job, Wiring wiring, Terminal terminal, CommonOptions options) {
    this.job = job;
    this.wiring = wiring;
    this.terminal = terminal;
    this.options = options;
    this.text = new Text(options.locale(), ZoneId.systemDefault());
    this.bench = wiring.bench().apply(text);
  }

  String job() {
    return job;
  }

  Workbench bench() {
    return bench;
  }

  ServerTools server() {
    return wiring.server();
  }

  Pins pins() {
    return wiring.pins();
  }

  Secrets secrets() {
    return new Secrets(terminal, text, mayAsk());
  }

  NextSteps nextSteps() {
    return new NextSteps(bench.onWindows());
  }

  TrustQuestion trust() {
    return new TrustQuestion(wiring, terminal, text, mayAsk());
  }

  boolean dryRun() {
    return options.dryRun;
  }

  /** Whether a person sits there and wants to be asked. */
  boolean mayAsk() {
    return terminal.interactive() && !options.yes && !options.json;
  }

  /** Work that can be cancelled. */
  @FunctionalInterface
  interface Work<T, X extends Exception> {
    T go(Progress progress, Cancellation cancellation) throws X;
  }

  /**
   * Runs the work with progress on standard error. From now until this face is closed, or asks
   * something, Ctrl-C cancels and the process waits for the end of the command.
   */
  <T, X extends Exception> T run(Work<T, X> work) throws X {
    if (interrupts.isEmpty()) {
      interrupts = Optional.of(Interrupts.cancelling(cancellation, wiring.halt()));
    }
    if (options.quiet) {
      return work.go(new ChangeShown(Progress.none(), this), cancellation);
    }
    try (ProgressLines lines = new ProgressLines(terminal, text)) {
      return work.go(new ChangeShown(lines, this), cancellation);
    }
  }

  /** Shows what a server has now and what it is to have, on standard error. */
  void show(SettingsChange change) {
    found = change.lines();
    say("cli.change.heading");
    found.forEach(line -> say("cli.change.line", text.of(line.key(), line.args().toArray())));
  }

  /** What was shown of a server's settings; empty when nothing was. */
  List<Plan.Step> found() {
    return found;
  }

  /** Says something on the way, on standard error. */
  void say(String key, Object... args) {
    if (!options.quiet && !options.json) {
      terminal.err().println(text.of(key, args));
    }
  }

  /** Shows the plan and asks, where somebody can be asked. */
  boolean agreed(List<Plan.Step> plan) {
    if (!mayAsk()) {
      return true;
    }
    // At a question Ctrl-C must end the process at once: nothing was begun.
    interrupts.ifPresent(Interrupts::close);
    interrupts = Optional.empty();
    terminal.err().println(text.of("cli.plan.heading"));
    plan.forEach(step -> terminal.err().println("  " + text.of(step.key(), step.args().toArray())));
    return terminal.confirm(text.of("cli.plan.question"), text.of("cli.answer.yes"));
  }

  /** Asks something that is not the plan, where somebody can be asked. */
  boolean confirmed(String key) {
    return mayAsk() && terminal.confirm(text.of(key), text.of("cli.answer.yes"));
  }

  JobDocument refused(List<Problem> problems) {
    return JobDocument.refused(job, State.REFUSED, problems);
  }

  JobDocument planned(List<Plan.Step> plan, List<Problem> warnings) {
    JobDocument document = JobDocument.refused(job, State.PLANNED, warnings);
    return JobDocument.of(job, plan, document.report());
  }

  JobDocument notAgreed(List<Plan.Step> plan) {
    return JobDocument.of(job, plan, cancelled().report());
  }

  /** The end of a job that was cancelled before it changed anything. */
  JobDocument cancelled() {
    return JobDocument.refused(job, State.CANCELLED, List.of(Problem.of("", "run.cancelled")));
  }

  /** Prints the end of the job and gives its exit code. */
  int end(JobDocument document) {
    new Ending(terminal, text, bench.clock(), options).print(document);
    State state = document.report().state();
    if (state != State.PLANNED && !document.plan().isEmpty()) {
      List<String> keys = document.report().problems().stream().map(Problem::key).toList();
      LOG.log(System.Logger.Level.DEBUG, "{0} ended: {1} {2}", job, state.word(), keys);
    }
    interrupts.ifPresent(hook -> hook.end(state.exitCode()));
    return state.exitCode();
  }

  @Override
  public void close() {
    interrupts.ifPresent(Interrupts::close);
  }
}
