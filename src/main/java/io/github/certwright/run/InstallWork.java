package io.github.certwright.run;

import io.github.certwright.files.Change;
import io.github.certwright.files.WayBack;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.InstallOutcome;
import io.github.certwright.install.Installation;
import io.github.certwright.install.Installer;
import io.github.certwright.install.ToolLook;
import io.github.certwright.plan.Plan.PlannedInstall;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport.ToolReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Installs one pair into each planned tool folder; one failing never stops the others. */
final class InstallWork implements AutoCloseable {
  private static final String NOT_ASKED = "install.problem.not-writable";

  private final Installer installer;
  private final StepTracker steps;
  private final Cancellation cancellation;
  private Installation installation = Installation.none();
  private final Map<InstallOutcome, InstallOutcome> withRights = new HashMap<>();
  private boolean undone;

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
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= installs.size(); i++) {
      ids.add("install." + i);
    }
    cancellation.check();
    ids.forEach(steps::running);
    installation =
        installer.install(pair, installs.stream().map(InstallWork::tool).toList(), copies);
    Iterator<String> each = ids.iterator();
    for (InstallOutcome outcome : installation.outcomes()) {
      String step = each.next();
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
      String step = step(waiting.get(i));
      withRights.put(waiting.get(i), ended.get(i));
      tell(step, ended.get(i));
    }
  }

  private List<InstallOutcome.NeedsAdminRights> waiting() {
    return outcomes().stream()
        .filter(InstallOutcome.NeedsAdminRights.class::isInstance)
        .map(InstallOutcome.NeedsAdminRights.class::cast)
        .toList();
  }

  /** The tools that were given the pair with an administrator's rights. */
  List<InstallOutcome.InstalledWithRights> installedWithRights() {
    return outcomes().stream()
        .filter(InstallOutcome.InstalledWithRights.class::isInstance)
        .map(InstallOutcome.InstalledWithRights.class::cast)
        .toList();
  }

  private String step(InstallOutcome outcome) {
    return "install." + (outcomes().indexOf(outcome) + 1);
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

  private List<InstallOutcome> outcomes() {
    return installation.outcomes().stream().map(o -> withRights.getOrDefault(o, o)).toList();
  }

  /** What takes the installation back another day. */
  Optional<WayBack> wayBack() {
    return undone ? Optional.empty() : installation.wayBack();
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
    for (InstallOutcome outcome : outcomes()) {
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
    boolean failed = outcomes().stream().anyMatch(InstallOutcome.RolledBack.class::isInstance);
    if (failed) {
      return RunReport.State.PARTLY;
    }
    return needsAdmin() ? RunReport.State.NEEDS_ADMIN : RunReport.State.DONE;
  }

  boolean needsAdmin() {
    return outcomes().stream().anyMatch(InstallOutcome.NeedsAdminRights.class::isInstance);
  }

  List<ToolReport> reports() {
    return outcomes().stream()
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
      case InstallOutcome.Installed _ -> undone ? "undone" : "installed";
      case InstallOutcome.InstalledWithRights _ -> "installed";
      case InstallOutcome.AlreadyThere _ -> "already-there";
      case InstallOutcome.NeedsAdminRights _ -> "needs-admin";
      case InstallOutcome.RolledBack _ -> "rolled-back";
    };
  }

  /** The first tool that has the pair now. */
  Optional<Path> firstInstalled() {
    return outcomes().stream()
        .filter(
            outcome ->
                outcome instanceof InstallOutcome.Installed
                    || outcome instanceof InstallOutcome.InstalledWithRights
                    || outcome instanceof InstallOutcome.AlreadyThere)
        .map(outcome -> outcome.tool().path())
        .findFirst();
  }

  /** The tool folders that were changed. */
  List<Path> installedIn() {
    return Stream.concat(installed().stream(), installedWithRights().stream())
        .map(done -> done.tool().path())
        .toList();
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
    List<Problem> problems = new ArrayList<>(installation.undo());
    undone = problems.isEmpty();
    for (InstallOutcome outcome : outcomes()) {
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
    for (int i = 0; i < outcomes().size(); i++) {
      InstallOutcome outcome = outcomes().get(i);
      boolean given =
          (outcome instanceof InstallOutcome.Installed && !undone)
              || outcome instanceof InstallOutcome.InstalledWithRights;
      if (given) {
        steps.add("install." + (i + 1));
      }
    }
    return steps;
  }

  private List<InstallOutcome.Installed> installed() {
    return outcomes().stream()
        .filter(InstallOutcome.Installed.class::isInstance)
        .map(InstallOutcome.Installed.class::cast)
        .toList();
  }

  @Override
  public void close() {
    installation.close();
  }
}
