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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The whole command line: finds the command, runs it, and gives the process its exit code. */
public final class CommandLineFace {
  private static final int WIDTH = 80;

  private final Wiring wiring;
  private final Terminal terminal;
  private final Text text = new Text(Locale.UK, ZoneId.systemDefault());

  public CommandLineFace(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  /** Whether a single argument asks for the version, which needs nothing that a command needs. */
  public static boolean isVersionWanted(String argument) {
    return argument.equals("--version") || argument.equals("-V");
  }

  /** Prints what {@code --version} prints. */
  public static void printVersion(String version, Terminal terminal) {
    terminal.out().println(versionLine(version));
    terminal.out().flush();
  }

  private static String versionLine(String version) {
    return "certwright " + version;
  }

  /** Runs one command; exit codes are listed at {@code RunReport.State}. */
  public int run(String... args) {
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new CreateCommand(wiring, terminal))
            .addSubcommand(new RequestCommand(wiring, terminal))
            .addSubcommand(new CompleteCommand(wiring, terminal))
            .addSubcommand(new RenewCommand(wiring, terminal))
            .addSubcommand(new ImportCommand(wiring, terminal))
            .addSubcommand(authority())
            .addSubcommand(new InstallCommand(wiring, terminal))
            .addSubcommand(new ToolsCommand(wiring, terminal))
            .addSubcommand(new UploadCommand(wiring, terminal))
            .addSubcommand(new CheckCommand(wiring, terminal))
            .addSubcommand(new TrustCommand(wiring, terminal))
            .addSubcommand(new UndoCommand(wiring, terminal))
            .addSubcommand(new RecoverCommand(wiring, terminal))
            .addSubcommand(new DemoCommand(wiring, terminal))
            .addSubcommand(new AdminCopyCommand(wiring, terminal));
    line.setResourceBundle(text.bundle());
    describe(line);
    line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
    line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
    line.setUsageHelpWidth(WIDTH);
    // What is typed is what is in the certificate: no @files, no option taken for a value.
    line.setExpandAtFiles(false);
    line.setAllowOptionsAsOptionParameters(false);
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    collectErrors(line);
    line.setExecutionStrategy(parsed -> execute(parsed, args));
    line.setParameterExceptionHandler(
        (e, given) -> refuse(e.getCommandLine(), Usage.problems(List.of(e), args), args));
    line.setExecutionExceptionHandler((e, command, result) -> unexpected(e, command, args));
    return line.execute(args);
  }

  private CommandLine authority() {
    return new CommandLine(new AuthorityCommand(wiring, terminal))
        .addSubcommand(new AuthorityCreateCommand(wiring, terminal))
        .addSubcommand(new AuthorityIssueCommand(wiring, terminal))
        .addSubcommand(new AuthorityExportCommand(wiring, terminal));
  }

  private static void collectErrors(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(CommandLineFace::collectErrors);
  }

  private int execute(ParseResult parsed, String[] args) {
    CommandLine command = parsed.asCommandLineList().getLast();
    List<Problem> problems = Usage.problems(parsed, args);
    if (!problems.isEmpty() && !Usage.helpWanted(parsed)) {
      return refuse(command, problems, args);
    }
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      return refuse(command, List.of(Problem.of("", "cli.usage.problem.no-command")), args);
    }
    return new RunLast().execute(parsed);
  }

  private void describe(CommandLine line) {
    CommandSpec root = line.getCommandSpec();
    describe(root, text.of("cli.root.description"), text.of("cli.root.synopsis"));
    root.usageMessage().footer(text.of("cli.root.exit-codes"));
    for (CommandLine command : line.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      describe(spec, CommandWords.description(text, spec), CommandWords.synopsis(text, spec));
      for (CommandLine below : command.getSubcommands().values()) {
        CommandSpec own = below.getCommandSpec();
        describe(own, CommandWords.description(text, own), CommandWords.synopsis(text, own));
      }
    }
  }

  private void describe(CommandSpec spec, String description, String synopsis) {
    spec.version(versionLine(wiring.version()));
    spec.usageMessage().description(description);
    spec.usageMessage().customSynopsis(synopsis);
    spec.usageMessage().sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description(text.of("cli.option.help"))
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description(text.of("cli.option.version"))
            .build());
  }

  private int refuse(CommandLine command, List<Problem> problems, String[] args) {
    return end(JobDocument.refused(command.getCommandName(), State.REFUSED, problems), args);
  }

  /** Says why there is no window, and gives the exit code of what failed. */
  public int failed(Problem problem) {
    // No job was begun, so nothing is said about what became of one.
    new Sentences(terminal, text, Clock.system(ZoneId.systemDefault()), new CommonOptions())
        .problem(problem);
    return State.FAILED.exitCode();
  }

  private int unexpected(Exception e, CommandLine command, String[] args) {
    System.getLogger(CommandLineFace.class.getName())
        .log(System.Logger.Level.ERROR, "Unexpected", e);
    Problem problem = Problem.of("", "cli.unexpected.problem").withDetail(e.getClass().getName());
    return end(JobDocument.refused(command.getCommandName(), State.FAILED, List.of(problem)), args);
  }

  private int end(JobDocument document, String[] args) {
    List<String> given = Arrays.asList(args);
    CommonOptions options = new CommonOptions();
    options.json = given.contains("--json");
    options.verbose = given.contains("--verbose");
    Clock clock = Clock.system(ZoneId.systemDefault());
    new Ending(terminal, text, clock, options).print(document);
    return document.report().state().exitCode();
  }
}
