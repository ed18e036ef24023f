package io.github.certwright.cli;

import io.github.certwright.install.admin.CopyResult;
import io.github.certwright.install.admin.Elevation;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.run.ElevatedInstall;
import io.github.certwright.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The run with an administrator's rights, which Certwright starts itself. Asks nothing, opens no
 * connection, and prints one line of JSON for each tool.
 */
@Command(name = Elevation.COMMAND, hidden = true)
final class AdminCopyCommand implements Callable<Integer> {
  private static final int SOME_FAILED = 3;

  private final Wiring wiring;
  private final Terminal terminal;

  @Option(names = Elevation.STAGED, required = true)
  private Path staged;

  @Option(names = Elevation.DIGEST, required = true)
  private String digest;

  AdminCopyCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      List<CopyResult> results =
          ElevatedInstall.copy(wiring.bench().apply(Text.english()), staged, digest);
      results.forEach(result -> terminal.out().println(result.toJson()));
      terminal.out().flush();
      return results.stream().allMatch(result -> result.problem().isEmpty()) ? 0 : SOME_FAILED;
    } catch (ProblemException e) {
      terminal.out().println(CopyResult.refused(staged, e.problem()).toJson());
      terminal.out().flush();
      return 1;
    }
  }
}
