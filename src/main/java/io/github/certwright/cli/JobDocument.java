package io.github.certwright.cli;

import io.github.certwright.check.CheckReport;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * What one command has to say in the end; printed as sentences or as one JSON document.
 *
 * @param job the command's name
 * @param plan what was, or would be, done
 * @param report how it went; its state gives the exit code
 * @param checks one report for each thing looked at
 * @param closing message key of a last sentence, or empty
 */
record JobDocument(
    String job, List<Plan.Step> plan, RunReport report, List<CheckReport> checks, String closing) {
  JobDocument {
    plan = List.copyOf(plan);
    checks = List.copyOf(checks);
  }

  static JobDocument of(String job, List<Plan.Step> plan, RunReport report) {
    return new JobDocument(job, plan, report, List.of(), "");
  }

  JobDocument closing(String key) {
    return new JobDocument(job, plan, report, checks, key);
  }

  /** A job that ended before it began. */
  static JobDocument refused(String job, RunReport.State state, List<Problem> problems) {
    return of(
        job,
        List.of(),
        new RunReport(
            state,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            problems));
  }
}
