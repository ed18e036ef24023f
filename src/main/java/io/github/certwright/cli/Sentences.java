package io.github.certwright.cli;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Finding;
import io.github.certwright.check.Level;
import io.github.certwright.plan.FileRole;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.run.StoreReport;
import io.github.certwright.text.Text;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/**
 * Prints the end of a command in sentences: what is, on standard output; what is wrong, on standard
 * error.
 */
final class Sentences {
  private static final int MOST_FILES = 30;
  private static final int FIRST_FILES = 12;

  private final PrintStream out;
  private final PrintStream err;
  private final Text text;
  private final Clock clock;
  private final CommonOptions options;

  Sentences(Terminal terminal, Text text, Clock clock, CommonOptions options) {
    this.out = terminal.out();
    this.err = terminal.err();
    this.text = text;
    this.clock = clock;
    this.options = options;
  }

  void print(JobDocument document) {
    RunReport report = document.report();
    if (!options.quiet) {
      if (report.state() == State.PLANNED) {
        out.println(text.of("cli.plan.heading"));
        document
            .plan()
            .forEach(step -> out.println("  " + text.of(step.key(), step.args().toArray())));
      } else {
        result(document.job(), report);
      }
    }
    document.checks().forEach(this::check);
    List<Problem> problems = report.problems();
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      if (i + 1 < problems.size() && sameWayOut(document.job(), problem, problems.get(i + 1))) {
        what(problem, text.problem(problem));
        continue;
      }
      problem(problem);
      OptionOf.problem(document.job(), problem)
          .ifPresent(name -> err.println("  " + text.of("cli.problem.option", name)));
    }
    state(report.state());
    next(err, "cli.next.heading", document.toFinish());
    if (!options.quiet) {
      next(out, "cli.byhand.heading", document.byHand());
      afterwards(document.afterwards());
      if (!document.closing().isEmpty()) {
        out.println(text.of(document.closing()));
      }
    }
  }

  private void next(PrintStream stream, String heading, List<NextStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    stream.println(text.of(heading));
    for (int i = 0; i < steps.size(); i++) {
      NextStep step = steps.get(i);
      stream.println("  " + (i + 1) + ". " + text.of(step.key(), step.args().toArray()));
    }
  }

  /** Without numbers, because lines of a settings file are to be copied as they are. */
  private void afterwards(List<NextStep> steps) {
    if (!steps.isEmpty()) {
      out.println(text.of("cli.afterwards.heading"));
      steps.forEach(step -> out.println("  " + text.of(step.key(), step.args().toArray())));
    }
  }

  private void result(String job, RunReport report) {
    // What stands beside the key until the answer is there is nothing that anybody should use.
    report.certificate().filter(_ -> !job.equals("request")).ifPresent(this::certificate);
    if (!report.files().isEmpty()) {
      out.println(text.of("cli.files.heading"));
      files(report.files());
    }
    report.tools().forEach(this::tool);
    if (!report.trust().files().isEmpty()) {
      out.println(text.of("cli.files.heading"));
    }
    report.trust().files().forEach(file -> out.println("  " + file.path()));
    report.trust().stores().forEach(this::store);
    if (report.uploaded()) {
      out.println(
          text.of(report.verified().isPresent() ? "cli.uploaded.at-once" : "cli.uploaded.text"));
    }
    report
        .verified()
        .ifPresent(seen -> out.println(text.of("cli.verified.text", seen.withColons())));
  }

  /** A list of a thousand servers has thousands: nobody reads them here. */
  private void files(List<RunReport.WrittenFile> files) {
    int shown = files.size() > MOST_FILES ? FIRST_FILES : files.size();
    files
        .subList(0, shown)
        .forEach(file -> out.println("  " + file.path() + "  " + role(file.role())));
    if (shown < files.size()) {
      out.println("  " + text.of("cli.files.more", files.size() - shown));
    }
  }

  private void certificate(RunReport.CertificateFacts facts) {
    long days = facts.daysLeft(clock);
    // An authority's certificate has no alternative names.
    Object whose = facts.names().isEmpty() ? facts.subject() : facts.names();
    out.println(
        facts.notAfter().isBefore(clock.instant())
            ? text.of("cli.certificate.ended", whose, facts.notAfter(), facts.key())
            : text.of("cli.certificate.text", whose, facts.notAfter(), days, facts.key()));
    out.println(text.of("cli.certificate.fingerprint", facts.sha256().withColons()));
  }

  private String role(FileRole role) {
    return switch (role) {
      case SERVER_KEYSTORE -> text.of("cli.role.server-keystore");
      case SERVER_PASSWORD -> text.of("cli.role.server-password");
      case CERTIFICATE -> text.of("cli.role.certificate");
      case CLIENT_STORE -> text.of("cli.role.client-store");
      case CLIENT_PASSWORD -> text.of("cli.role.client-password");
      case CLIENT_KIT -> text.of("cli.role.client-kit");
      case REPORT -> text.of("cli.role.report");
      case REQUEST -> text.of("cli.role.request");
      case AUTHORITY_KEYSTORE -> text.of("cli.role.authority-keystore");
      case AUTHORITY_CERTIFICATE -> text.of("cli.role.authority-certificate");
    };
  }

  private void tool(RunReport.ToolReport tool) {
    if (tool.product().equals(String.valueOf(tool.path().getFileName()))
        && tool.version().isEmpty()) {
      // A folder that does not look like a tool: there is no version that anybody could know.
      out.println(text.of("cli.tool.folder", tool.path(), toolState(tool.state())));
      return;
    }
    String version =
        tool.version().isEmpty() ? text.of("cli.tool.version-unknown") : tool.version();
    out.println(
        text.of("cli.tool.text", tool.product(), version, tool.path(), toolState(tool.state())));
  }

  private void store(StoreReport store) {
    out.println(
        text.of(
            "cli.trust.store",
            text.of(store.store().key()),
            storeState(store.state()),
            store.store().id()));
  }

  private String storeState(String word) {
    return switch (word) {
      case "installed" -> text.of("cli.trust.installed");
      case "already-there", "trusted" -> text.of("cli.trust.trusted");
      case "removed" -> text.of("cli.trust.removed");
      case "not-there" -> text.of("cli.trust.not-there");
      case "there-without-trust" -> text.of("cli.trust.without-trust");
      case "needs-admin" -> text.of("cli.tool.needs-admin");
      case "undone" -> text.of("cli.tool.undone");
      case "cannot-tell", "unusable" -> text.of("cli.trust.cannot-tell");
      case "failed" -> text.of("cli.trust.failed");
      default -> word;
    };
  }

  private String toolState(String word) {
    return switch (word) {
      case "installed" -> text.of("cli.tool.installed");
      case "already-there", "this-certificate" -> text.of("cli.tool.already-there");
      case "needs-admin" -> text.of("cli.tool.needs-admin");
      case "rolled-back" -> text.of("cli.tool.rolled-back");
      case "undone" -> text.of("cli.tool.undone");
      case "nothing" -> text.of("cli.tool.nothing");
      case "other-certificate" -> text.of("cli.tool.other-certificate");
      case "half" -> text.of("cli.tool.half");
      case "password-does-not-open" -> text.of("cli.tool.password-does-not-open");
      case "unreadable" -> text.of("cli.tool.unreadable");
      default -> word;
    };
  }

  private void check(CheckReport report) {
    if (options.quiet && report.level() == Level.GREEN) {
      return;
    }
    out.println(
        mark(report.level())
            + " "
            + text.of(report.verdict().key(), report.verdict().args().toArray()));
    for (Finding finding : report.findings()) {
      if (options.quiet && finding.level() == Level.GREEN) {
        continue;
      }
      Text.ProblemText words = text.problem(finding.asProblem());
      out.println("  " + mark(finding.level()) + " " + words.what());
      List<String> hints = words.hints();
      hints.forEach(hint -> out.println("      " + hint));
      detail(finding.detail(), out);
    }
  }

  private static String mark(Level level) {
    return switch (level) {
      case GREEN -> "✓";
      case AMBER -> "!";
      case RED -> "✗";
    };
  }

  /** Of many bad lines, each says what is wrong, and the last what to do about them. */
  private boolean sameWayOut(String job, Problem one, Problem next) {
    return !options.verbose
        && one.key().equals(next.key())
        && one.stops() == next.stops()
        && OptionOf.problem(job, one).equals(OptionOf.problem(job, next))
        && text.problem(one).hints().equals(text.problem(next).hints());
  }

  private void what(Problem problem, Text.ProblemText words) {
    err.println((problem.stops() ? "✗ " : "! ") + words.what());
  }

  /** One problem and nothing about a job. */
  void problem(Problem problem) {
    Text.ProblemText words = text.problem(problem);
    what(problem, words);
    words.hints().forEach(hint -> err.println("  " + hint));
    detail(problem.detail(), err);
  }

  private void detail(String detail, PrintStream stream) {
    if (options.verbose && !detail.isEmpty()) {
      stream.println("  [" + detail + "]");
    }
  }

  private void state(State state) {
    switch (state) {
      case FAILED -> err.println(text.of("cli.state.failed"));
      case REFUSED -> err.println(text.of("cli.state.refused"));
      case PARTLY -> err.println(text.of("cli.state.partly"));
      case NEEDS_ADMIN -> err.println(text.of("cli.state.needs-admin"));
      case NOT_TRUSTED -> err.println(text.of("cli.state.not-trusted"));
      case CANCELLED, DONE, PLANNED, ATTENTION -> {}
    }
  }
}
