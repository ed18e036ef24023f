package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.problem.Problem;
import java.util.List;

/** What came of something asked for on a job's last page. */
public sealed interface Errand {
  /** Nothing was asked for. */
  record None() implements Errand {}

  /** Under way. */
  record Busy() implements Errand {}

  /**
   * Done.
   *
   * @param key message key of the sentence that says so
   */
  record Done(String key) implements Errand {}

  /** Not done. */
  record Failed(List<Problem> problems) implements Errand {
    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /** The connection was looked at. */
  record Looked(CheckReport report) implements Errand {}

  /** Everything is as it was before the run. */
  record Undone() implements Errand {}
}
