package io.github.certwright.files;

import io.github.certwright.problem.Problem;
import java.util.List;

/** What became of one group of files. */
public sealed interface GroupOutcome {
  FileGroup group();

  /** All of its files stand in their places. */
  record Written(FileGroup group, List<Change> changes) implements GroupOutcome {
    public Written {
      changes = List.copyOf(changes);
    }
  }

  /**
   * None of them does; what was there before was put back.
   *
   * @param leftBehind what could not be put back; almost always empty
   */
  record NotWritten(FileGroup group, Problem problem, List<Problem> leftBehind)
      implements GroupOutcome {
    public NotWritten {
      leftBehind = List.copyOf(leftBehind);
    }
  }
}
