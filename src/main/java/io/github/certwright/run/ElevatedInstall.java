package io.github.certwright.run;

import io.github.certwright.files.Machine.OperatingSystem;
import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.ClientPair;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.InstallOutcome;
import io.github.certwright.install.InstallOutcome.NeedsAdminRights;
import io.github.certwright.install.InstalledState;
import io.github.certwright.install.Installer;
import io.github.certwright.install.admin.AdminCopy;
import io.github.certwright.install.admin.CopyResult;
import io.github.certwright.install.admin.Elevation;
import io.github.certwright.install.admin.Launcher;
import io.github.certwright.install.admin.Launcher.Ended;
import io.github.certwright.install.admin.StagingFolder;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.report.AdminInstructions;
import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for an administrator's rights and has a pair copied with them, for tools that cannot be
 * written to without. What the run with those rights says is only an explanation: a tool counts as
 * installed when its own folder says so to this run, which has no rights.
 */
public final class ElevatedInstall {
  private static final int LONGEST_DETAIL = 500;

  private final Workbench bench;
  private final Optional<Elevation> elevation;
  private final Launcher launcher;

  /**
   * @param elevation how this computer gives rights, if it does
   * @param launcher starts the system's program that asks
   */
  public ElevatedInstall(Workbench bench, Optional<Elevation> elevation, Launcher launcher) {
    this.bench = bench;
    this.elevation = elevation;
    this.launcher = launcher;
  }

  /** The way this computer has. */
  public static ElevatedInstall here(Workbench bench) {
    return new ElevatedInstall(bench, Elevation.on(bench.machine()), new ProcessLauncher());
  }

  /** Whether this computer can ask for rights at all, so that it is worth offering. */
  public boolean possible() {
    return elevation.isPresent();
  }

  /**
   * A printable page (HTML, UTF-8) that tells an administrator what to copy where, with the exact
   * commands for this system.
   *
   * @param source the folder in which {@code cert.jks} and {@code cert.pass} stand
   * @param tools the tools that could not be written to
   */
  public static byte[] instructions(
      Workbench bench,
      Path source,
      Fingerprint fingerprint,
      Instant notAfter,
      List<ToolReport> tools) {
    OperatingSystem system = bench.machine().system();
    return new AdminInstructions(bench.text())
        .page(
            source,
            fingerprint,
            notAfter,
            system == OperatingSystem.WINDOWS,
            tools.stream()
                .map(tool -> new FoundTool(tool.product(), tool.version(), tool.path()))
                .map(
                    tool ->
                        new AdminInstructions.ToolCommand(
                            tool.label(),
                            tool.path(),
                            Installer.command(system, source, tool.path())))
                .toList());
  }

  /**
   * Asks once and copies into every tool. Takes as long as the person takes to answer; when
   * cancelled, the question is withdrawn, but a copy that has begun ends by itself and is reported.
   *
   * @param waiting tools that could not be written to
   * @return what became of each, in the same order: {@code InstalledWithRights}, {@code
   *     AlreadyThere}, {@code RolledBack}, or again {@code NeedsAdminRights} with the reason why
   *     the rights were not given
   */
  public List<InstallOutcome> install(
      ClientPair pair, List<NeedsAdminRights> waiting, Cancellation cancellation) {
    if (elevation.isEmpty()) {
      return still(waiting, Problem.of("where.tools", "install.admin.problem.no-way"));
    }
    List<Path> tools = waiting.stream().map(rights -> rights.tool().path()).toList();
    try (StagingFolder staging = StagingFolder.make(bench.disk(), pair, tools)) {
      Ended ended = launcher.launch(elevation.get().command(staging), cancellation::isCancelled);
      List<CopyResult> results = CopyResult.read(ended.output(), bench.machine().files());
      return waiting.stream()
          .map(rights -> outcome(rights, pair, ended, result(rights.tool(), staging, results)))
          .toList();
    } catch (IOException e) {
      return still(
          waiting,
          Problem.of("where.tools", "install.admin.problem.no-way").withDetail(e.toString()));
    } catch (ProblemException e) {
      return still(waiting, e.problem());
    }
  }

  /**
   * The copying itself, in the run that was given the rights.
   *
   * @param staged the staging folder
   * @param digest SHA-256 of its manifest
   * @throws ProblemException when what is staged is not what was asked for; nothing was changed
   */
  public static List<CopyResult> copy(Workbench bench, Path staged, String digest)
      throws ProblemException {
    return new AdminCopy(
            bench.disk(), AdminCopy.journals(bench.machine()), bench.clock(), bench.machine())
        .run(staged.toAbsolutePath().normalize(), digest);
  }

  private static List<InstallOutcome> still(List<NeedsAdminRights> waiting, Problem problem) {
    return waiting.stream().map(rights -> still(rights, problem)).toList();
  }

  private static InstallOutcome still(NeedsAdminRights rights, Problem problem) {
    return new NeedsAdminRights(rights.tool(), problem, rights.command());
  }

  private static Optional<CopyResult> result(
      FoundTool tool, StagingFolder staging, List<CopyResult> results) {
    Path path = tool.path().toAbsolutePath().normalize();
    return results.stream()
        .filter(result -> Set.of(path, staging.path()).contains(result.tool()))
        .findFirst();
  }

  private InstallOutcome outcome(
      NeedsAdminRights rights, ClientPair pair, Ended ended, Optional<CopyResult> result) {
    FoundTool tool = rights.tool();
    InstalledState now = new CertsFolder(tool.path()).state(Optional.of(pair.fingerprint()));
    if (now instanceof InstalledState.ThisCertificate) {
      return new InstallOutcome.InstalledWithRights(
          tool, result.map(CopyResult::changes).orElse(List.of()));
    }
    if (result.isEmpty()) {
      return still(rights, unanswered(ended));
    }
    Problem problem =
        result
            .get()
            .problem()
            .filter(told -> bench.text().has(told.key()))
            .orElseGet(() -> Problem.of("", "install.admin.problem.unconfirmed", tool.path()))
            .withDetail(now.word());
    return new InstallOutcome.RolledBack(tool, problem, List.of());
  }

  private static Problem unanswered(Ended ended) {
    String errors = ended.errors().strip();
    String detail =
        ended.exitCode()
            + " "
            + (errors.length() > LONGEST_DETAIL ? errors.substring(0, LONGEST_DETAIL) : errors);
    String field = "where.tools";
    // osascript ends with 1 and names the number of the refusal: userCanceledErr.
    if (ended.exitCode() == Elevation.DISMISSED || errors.contains("(-128)")) {
      return Problem.of(field, "install.admin.problem.declined").withDetail(detail);
    }
    if (ended.exitCode() == Elevation.NOT_ALLOWED) {
      return Problem.of(field, "install.admin.problem.not-allowed").withDetail(detail);
    }
    return Problem.of(field, "install.admin.problem.no-answer").withDetail(detail);
  }
}
