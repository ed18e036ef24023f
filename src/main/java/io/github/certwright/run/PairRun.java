package io.github.certwright.run;

import io.github.certwright.answers.PasswordAnswer;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.Plan;
import io.github.certwright.tls.Pins;
import java.util.Optional;

/** Puts the parts of one run together, whatever its key and certificate come from. */
record PairRun(
    Workbench bench,
    ServerTools server,
    Optional<ElevatedInstall> rights,
    String job,
    KeySource source) {

  Finished run(
      Plan plan,
      PasswordAnswer passwords,
      Optional<UploadAnswer> target,
      Pins pins,
      Progress progress,
      Cancellation cancellation) {
    StepTracker steps = new StepTracker(plan.steps(), progress);
    LocalWork local = new LocalWork(bench, plan, passwords, steps, cancellation, rights, source);
    CreateRun run =
        new CreateRun(
            job,
            plan,
            passwords.server(),
            target,
            local,
            new ReportMaker(bench, plan, local),
            steps,
            bench);
    return run.go(
        plan.upload().map(planned -> new ServerWork(server, pins, planned, steps, cancellation)));
  }
}
