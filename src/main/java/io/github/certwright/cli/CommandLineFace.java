package io.github.certwright.cli;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.State;
import io.github.certwright.text.Text;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The whole command line: finds the command, runs it, and gives the process its exit code. */
public final class CommandLineFace {
  private final Wiring wiring;
  private final Terminal terminal;

  public CommandLineFace(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  /** Runs one command; exit codes are listed at {@code RunReport.State}. */
  public int run(String... args) {
    Text text = new Text(Locale.UK, ZoneId.systemDefault());
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new CreateCommand(wiring, terminal))
            .addSubcommand(new InstallCommand(wiring, terminal))
            .addSubcommand(new ToolsCommand(wiring, terminal))
            .addSubcommand(new UploadCommand(wiring, terminal))
            .addSubcommand(new CheckCommand(wiring, terminal))
            .addSubcommand(new DemoCommand(wiring, terminal))
            .addSubcommand(new AdminCopyCommand(wiring, terminal));
    line.setResourceBundle(text.bundle());
    describe(line, text);
    line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
    line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((e, given) -> wrongUsage(e, given, text));
    line.setExecutionExceptionHandler((e, command, result) -> unexpected(e, args, text));
    return line.execute(args);
  }

  /** Without a command there is nothing to do here: the window is opened elsewhere. */
  @Command(name = "certwright")
  private static final class Root {}

  private void describe(CommandLine line, Text text) {
    CommandSpec root = line.getCommandSpec();
    root.version("certwright " + wiring.version());
    root.usageMessage().description(text.of("cli.root.description"));
    root.usageMessage().footer(text.of("cli.root.exit-codes"));
    help(root, text);
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description(text.of("cli.option.version"))
            .build());
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              command.getCommandSpec().usageMessage().description(description(name, text));
              command.getCommandSpec().usageMessage().sortOptions(false);
              help(command.getCommandSpec(), text);
            });
  }

  private static void help(CommandSpec spec, Text text) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description(text.of("cli.option.help"))
            .build());
  }

  private static String description(String command, Text text) {
    return switch (command) {
      case "create" -> text.of("cli.create.description");
      case "install" -> text.of("cli.install.description");
      case "tools" -> text.of("cli.tools.description");
      case "upload" -> text.of("cli.upload.description");
      case "check" -> text.of("cli.check.description");
      case "demo" -> text.of("cli.demo.description");
      default -> "";
    };
  }

  private int wrongUsage(ParameterException e, String[] args, Text text) {
    String command = e.getCommandLine().getCommandName();
    Problem problem =
        e instanceof CommandLine.UnmatchedArgumentException unmatched
            ? Problem.of(
                "", "cli.usage.problem.unknown", unmatched.getUnmatched().getFirst(), command)
            : Problem.of("", "cli.usage.problem.wrong", command).withDetail(e.getMessage());
    return end(JobDocument.refused(command, State.REFUSED, List.of(problem)), args, text);
  }

  private int unexpected(Exception e, String[] args, Text text) {
    System.getLogger(CommandLineFace.class.getName())
        .log(System.Logger.Level.ERROR, "Unexpected", e);
    Problem problem = Problem.of("", "cli.unexpected.problem").withDetail(e.getClass().getName());
    return end(JobDocument.refused("certwright", State.FAILED, List.of(problem)), args, text);
  }

  private int end(JobDocument document, String[] args, Text text) {
    List<String> given = Arrays.asList(args);
    CommonOptions options = new CommonOptions();
    options.json = given.contains("--json");
    options.verbose = given.contains("--verbose");
    Clock clock = Clock.system(ZoneId.systemDefault());
    if (options.json) {
      terminal.out().print(new JsonDocument(text, clock).of(document));
      terminal.out().flush();
    } else {
      new Sentences(terminal, text, clock, options).print(document);
    }
    return document.report().state().exitCode();
  }
}
