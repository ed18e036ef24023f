package io.github.certwright;

import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.FoundTool;
import io.github.certwright.install.InstalledState;
import io.github.certwright.install.ToolFinder;
import io.github.certwright.install.ToolLook;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Workbench;
import io.github.certwright.wizard.Tool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Modeling tools as the wizard lists them. */
final class ToolDoor {
  private final Workbench bench;

  ToolDoor(Workbench bench) {
    this.bench = bench;
  }

  List<Tool> find(Cancellation cancellation) {
    return ToolFinder.find(bench.machine(), cancellation::isCancelled).stream()
        .map(tool -> listed(tool, true))
        .toList();
  }

  Tool look(Path folder) throws ProblemException {
    return switch (ToolLook.at(folder)) {
      case ToolLook.Look.Tool(FoundTool tool) -> listed(tool, true);
      case ToolLook.Look.DoesNotLookLikeATool(FoundTool tool, var warning) -> listed(tool, false);
      case ToolLook.Look.Unusable(var problem) -> throw new ProblemException(problem);
    };
  }

  private static Tool listed(FoundTool tool, boolean looksLikeTool) {
    CertsFolder certs = new CertsFolder(tool.path());
    InstalledState state = certs.state(Optional.empty());
    return new Tool(
        tool.path(),
        tool.product(),
        tool.version(),
        looksLikeTool,
        certs.writable(),
        installed(state),
        until(state));
  }

  private static Tool.Installed installed(InstalledState state) {
    return switch (state) {
      case InstalledState.Nothing _ -> Tool.Installed.NOTHING;
      case InstalledState.ThisCertificate _, InstalledState.OtherCertificate _ ->
          Tool.Installed.CERTIFICATE;
      case InstalledState.Half _,
          InstalledState.PasswordDoesNotOpen _,
          InstalledState.Unreadable _ ->
          Tool.Installed.UNREADABLE;
    };
  }

  private static Optional<Instant> until(InstalledState state) {
    return switch (state) {
      case InstalledState.ThisCertificate known -> Optional.of(known.notAfter());
      case InstalledState.OtherCertificate known -> Optional.of(known.notAfter());
      case InstalledState.Nothing _,
          InstalledState.Half _,
          InstalledState.PasswordDoesNotOpen _,
          InstalledState.Unreadable _ ->
          Optional.empty();
    };
  }
}
