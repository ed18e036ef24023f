package io.github.certwright.install;

import io.github.certwright.files.Change;
import io.github.certwright.problem.Problem;
import java.util.List;

/** What became of one tool folder. */
public sealed interface InstallOutcome {

  /** The tool it is about. */
  FoundTool tool();

  /** The same, said of another name of the same tool. */
  default InstallOutcome about(FoundTool other) {
    return switch (this) {
      case Installed it -> new Installed(other, it.changes());
      case InstalledWithRights it -> new InstalledWithRights(other, it.changes());
      case AlreadyThere _ -> new AlreadyThere(other);
      case NeedsAdminRights it -> new NeedsAdminRights(other, it.problem(), it.command());
      case RolledBack it -> new RolledBack(other, it.problem(), it.leftBehind());
    };
  }

  /**
   * The pair stands there and was read back.
   *
   * @param changes files written, with their backups
   */
  record Installed(FoundTool tool, List<Change> changes) implements InstallOutcome {
    public Installed {
      changes = List.copyOf(changes);
    }
  }

  /**
   * An administrator's rights were given for the copying; the pair stands there and was read back
   * without them. It cannot be taken back without them either.
   *
   * @param changes files written, with their backups, as far as the run with those rights told
   */
  record InstalledWithRights(FoundTool tool, List<Change> changes) implements InstallOutcome {
    public InstalledWithRights {
      changes = List.copyOf(changes);
    }
  }

  /** The tool trusts this certificate already; nothing was changed. */
  record AlreadyThere(FoundTool tool) implements InstallOutcome {}

  /**
   * The folder may not be written with the rights we have; nothing was changed.
   *
   * @param command what an administrator runs to copy the pair, or empty when the pair stands
   *     nowhere to copy from
   */
  record NeedsAdminRights(FoundTool tool, Problem problem, String command)
      implements InstallOutcome {}

  /**
   * It failed, and what was there before was put back.
   *
   * @param leftBehind what could not be put back; almost always empty
   */
  record RolledBack(FoundTool tool, Problem problem, List<Problem> leftBehind)
      implements InstallOutcome {
    public RolledBack {
      leftBehind = List.copyOf(leftBehind);
    }
  }
}
