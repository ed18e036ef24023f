package io.github.certwright.cli;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Interrupts;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.ServerTools;
import io.github.certwright.run.Workbench;
import io.github.certwright.text.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;

/** One command's conversation with the person or script that gave it. */
final class Face {
  private final String job;
  private final Wiring wiring;
  private final Terminal terminal;
  private final CommonOptions options;
  private final Text text;
  private final Workbench bench;

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

  Text text() {
    return text;
  }

  Workbench bench() {
    return bench;
  }

  ServerTools server() {
    return wiring.server();
  }

  Terminal terminal() {
    return terminal;
  }

  Secrets secrets() {
    return new Secrets(terminal, text);
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

  /** Runs the work so that Ctrl-C cancels it, with progress on standard error. */
  <T> T run(BiFunction<Progress, Cancellation, T> work) {
    Cancellation cancellation = new Cancellation();
    Progress progress = options.quiet ? Progress.none() : new ProgressLines(terminal, text);
    try (Interrupts _ = Interrupts.cancelling(cancellation)) {
      return work.apply(progress, cancellation);
    }
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
    terminal.err().println(text.of("cli.plan.heading"));
    plan.forEach(step -> terminal.err().println("  " + text.of(step.key(), step.args().toArray())));
    return terminal.confirm(text.of("cli.plan.question"), text.of("cli.answer.yes"));
  }

  JobDocument refused(List<Problem> problems) {
    return JobDocument.refused(job, State.REFUSED, problems);
  }

  JobDocument planned(List<Plan.Step> plan, List<Problem> warnings) {
    JobDocument document = JobDocument.refused(job, State.PLANNED, warnings);
    return JobDocument.of(job, plan, document.report());
  }

  JobDocument notAgreed(List<Plan.Step> plan) {
    JobDocument document =
        JobDocument.refused(job, State.CANCELLED, List.of(Problem.of("", "run.cancelled")));
    return JobDocument.of(job, plan, document.report());
  }

  /** Prints the end of the job and gives its exit code. */
  int end(JobDocument document) {
    if (options.json) {
      terminal.out().print(new JsonDocument(text, bench.clock()).of(document));
      terminal.out().flush();
    } else {
      new Sentences(terminal, text, bench.clock(), options).print(document);
    }
    return document.report().state().exitCode();
  }
}
