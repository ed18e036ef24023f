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
 * @param change what a server had and what it was to have, setting by setting
 * @param byHand what a person does in Teamwork Cloud Admin now
 * @param toFinish what finishes a job that was done in part
 * @param afterwards what is left to do elsewhere
 * @param closing message key of a last sentence, or empty
 */
record JobDocument(
    String job,
    List<Plan.Step> plan,
    RunReport report,
    List<CheckReport> checks,
    List<Plan.Step> change,
    List<NextStep> byHand,
    List<NextStep> toFinish,
    List<NextStep> afterwards,
    String closing) {
  JobDocument {
    plan = List.copyOf(plan);
    checks = List.copyOf(checks);
    byHand = List.copyOf(byHand);
    toFinish = List.copyOf(toFinish);
    change = List.copyOf(change);
    afterwards = List.copyOf(afterwards);
  }

  static JobDocument of(String job, List<Plan.Step> plan, RunReport report) {
    return new JobDocument(
        job, plan, report, List.of(), List.of(), List.of(), List.of(), List.of(), "");
  }

  JobDocument with(RunReport other) {
    return new JobDocument(job, plan, other, checks, change, byHand, toFinish, afterwards, closing);
  }

  JobDocument checks(List<CheckReport> reports) {
    return new JobDocument(
        job, plan, report, reports, change, byHand, toFinish, afterwards, closing);
  }

  JobDocument next(List<NextStep> hand, List<NextStep> finish) {
    return new JobDocument(job, plan, report, checks, change, hand, finish, afterwards, closing);
  }

  JobDocument change(List<Plan.Step> seen) {
    return new JobDocument(job, plan, report, checks, seen, byHand, toFinish, afterwards, closing);
  }

  JobDocument afterwards(List<NextStep> elsewhere) {
    return new JobDocument(job, plan, report, checks, change, byHand, toFinish, elsewhere, closing);
  }

  JobDocument closing(String key) {
    return new JobDocument(job, plan, report, checks, change, byHand, toFinish, afterwards, key);
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
