package io.github.certwright.run;

import io.github.certwright.files.Change;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.InstallOutcome;
import io.github.certwright.install.Installer;
import io.github.certwright.install.ToolLook;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.ToolReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Installs one pair into each planned tool folder; one failing never stops the others. */
final class InstallWork implements AutoCloseable {
  private static final String NOT_ASKED = "install.problem.not-writable";

  private final Installer installer;
  private final StepTracker steps;
  private final Cancellation cancellation;
  private final List<InstallOutcome> outcomes = new ArrayList<>();
  private final Set<InstallOutcome> undone = new HashSet<>();

  InstallWork(Installer installer, StepTracker steps, Cancellation cancellation) {
    this.installer = installer;
    this.steps = steps;
    this.cancellation = cancellation;
  }

  /**
   * Installs.
   *
   * @param copies the folder in which the pair also stands, for an administrator's command
   */
  void run(List<PlannedInstall> installs, ClientPair pair, Optional<Path> copies) {
    int number = 1;
    for (PlannedInstall install : installs) {
      String step = "install." + number++;
      cancellation.check();
      steps.running(step);
      InstallOutcome outcome = installer.install(pair, tool(install), copies);
      outcomes.add(outcome);
      tell(step, outcome);
    }
  }

  /**
   * Asks for an administrator's rights, once, for the tools that need them; nothing when none does.
   */
  void withRights(ElevatedInstall rights, ClientPair pair) {
    List<InstallOutcome.NeedsAdminRights> waiting = waiting();
    if (waiting.isEmpty()) {
      return;
    }
    cancellation.check();
    waiting.forEach(one -> steps.running(step(one)));
    List<InstallOutcome> ended = rights.install(pair, waiting, cancellation);
    for (int i = 0; i < waiting.size(); i++) {
      InstallOutcome outcome = ended.get(i);
      String step = step(waiting.get(i));
      outcomes.set(outcomes.indexOf(waiting.get(i)), outcome);
      tell(step, outcome);
    }
  }

  private List<InstallOutcome.NeedsAdminRights> waiting() {
    return outcomes.stream()
        .filter(InstallOutcome.NeedsAdminRights.class::isInstance)
        .map(InstallOutcome.NeedsAdminRights.class::cast)
        .toList();
  }

  /** The tools that were given the pair with an administrator's rights. */
  List<InstallOutcome.InstalledWithRights> installedWithRights() {
    return outcomes.stream()
        .filter(InstallOutcome.InstalledWithRights.class::isInstance)
        .map(InstallOutcome.InstalledWithRights.class::cast)
        .toList();
  }

  private String step(InstallOutcome outcome) {
    return "install." + (outcomes.indexOf(outcome) + 1);
  }

  private void tell(String step, InstallOutcome outcome) {
    switch (outcome) {
      case InstallOutcome.Installed _,
          InstallOutcome.InstalledWithRights _,
          InstallOutcome.AlreadyThere _ ->
          steps.done(step);
      case InstallOutcome.NeedsAdminRights rights -> steps.skipped(step, Optional.of(say(rights)));
      case InstallOutcome.RolledBack back -> steps.failed(step, back.problem());
    }
  }

  private static FoundTool tool(PlannedInstall install) {
    return switch (ToolLook.at(install.tool())) {
      case ToolLook.Look.Tool(FoundTool tool) -> tool;
      case ToolLook.Look.DoesNotLookLikeATool(FoundTool tool, Problem _) -> tool;
      case ToolLook.Look.Unusable _ -> new FoundTool(install.label(), "", install.tool());
    };
  }

  private static Problem say(InstallOutcome.NeedsAdminRights rights) {
    return rights.command().isEmpty()
        ? rights.problem()
        : Problem.of("where.tools", "run.install.admin", rights.tool().label(), rights.command());
  }

  /** What went wrong, tool by tool. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (InstallOutcome outcome : outcomes) {
      switch (outcome) {
        case InstallOutcome.Installed _,
            InstallOutcome.InstalledWithRights _,
            InstallOutcome.AlreadyThere _ -> {}
        case InstallOutcome.NeedsAdminRights rights -> {
          if (!rights.problem().key().equals(NOT_ASKED) && !problems.contains(rights.problem())) {
            problems.add(rights.problem());
          }
          problems.add(say(rights));
        }
        case InstallOutcome.RolledBack back -> {
          problems.add(back.problem());
          problems.addAll(back.leftBehind());
        }
      }
    }
    return problems;
  }

  /** How the installing went as a whole: done, partly or waiting for an administrator. */
  RunReport.State state() {
    boolean failed = outcomes.stream().anyMatch(InstallOutcome.RolledBack.class::isInstance);
    if (failed) {
      return RunReport.State.PARTLY;
    }
    return needsAdmin() ? RunReport.State.NEEDS_ADMIN : RunReport.State.DONE;
  }

  boolean needsAdmin() {
    return outcomes.stream().anyMatch(InstallOutcome.NeedsAdminRights.class::isInstance);
  }

  List<ToolReport> reports() {
    return outcomes.stream()
        .map(
            outcome ->
                new ToolReport(
                    outcome.tool().product(),
                    outcome.tool().version(),
                    outcome.tool().path(),
                    word(outcome)))
        .toList();
  }

  private String word(InstallOutcome outcome) {
    return switch (outcome) {
      case InstallOutcome.Installed _ -> undone.contains(outcome) ? "undone" : "installed";
      case InstallOutcome.InstalledWithRights _ -> "installed";
      case InstallOutcome.AlreadyThere _ -> "already-there";
      case InstallOutcome.NeedsAdminRights _ -> "needs-admin";
      case InstallOutcome.RolledBack _ -> "rolled-back";
    };
  }

  /** The first tool that has the pair now. */
  Optional<Path> firstInstalled() {
    return outcomes.stream()
        .filter(
            outcome ->
                outcome instanceof InstallOutcome.Installed
                    || outcome instanceof InstallOutcome.InstalledWithRights
                    || outcome instanceof InstallOutcome.AlreadyThere)
        .map(outcome -> outcome.tool().path())
        .findFirst();
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    installed().forEach(done -> changes.addAll(done.changes()));
    installedWithRights().forEach(done -> changes.addAll(done.changes()));
    return changes;
  }

  /**
   * Takes every install back, last first.
   *
   * @return what could not be put back, also by an install that had failed
   */
  List<Problem> undo() {
    List<Problem> problems = new ArrayList<>();
    for (InstallOutcome.Installed installed : installed().reversed()) {
      List<Problem> left = installed.undo();
      if (left.isEmpty()) {
        undone.add(installed);
      }
      problems.addAll(left);
    }
    for (InstallOutcome outcome : outcomes) {
      if (outcome instanceof InstallOutcome.RolledBack back) {
        problems.addAll(back.leftBehind());
      }
    }
    problems.addAll(stays());
    return problems;
  }

  /** What only an administrator can take back. */
  List<Problem> stays() {
    return installedWithRights().stream()
        .map(
            done ->
                Problem.of(
                    "", "install.admin.problem.stays", done.tool().label(), done.tool().path()))
        .toList();
  }

  /** The steps whose pair stands in its tool because of this run. */
  Set<String> standing() {
    Set<String> steps = new HashSet<>();
    for (int i = 0; i < outcomes.size(); i++) {
      InstallOutcome outcome = outcomes.get(i);
      boolean given =
          outcome instanceof InstallOutcome.Installed
              || outcome instanceof InstallOutcome.InstalledWithRights;
      if (given && !undone.contains(outcome)) {
        steps.add("install." + (i + 1));
      }
    }
    return steps;
  }

  private List<InstallOutcome.Installed> installed() {
    return outcomes.stream()
        .filter(InstallOutcome.Installed.class::isInstance)
        .map(InstallOutcome.Installed.class::cast)
        .toList();
  }

  @Override
  public void close() {
    outcomes.forEach(InstallOutcome::close);
  }
}
