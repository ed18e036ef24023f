package io.github.certwright.wizard.page;

import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** How making a root authority ended. */
public final class RootMadeModel extends MadeModel<AuthorityPlan> {
  /** As the command line calls the job. */
  static final String KIND = "authority create";

  RootMadeModel(Desk desk, Supplier<Optional<AuthorityPlan>> plan) {
    super(desk, "rootMade.page", KIND, plan);
  }

  /** The certificate that computers are to trust, when it was written. */
  public Optional<Path> certificate() {
    return file(FileRole.AUTHORITY_CERTIFICATE);
  }

  public void saveReminder(Path to) {
    reportProperty()
        .get()
        .flatMap(RunReport::certificate)
        .ifPresent(
            made ->
                run("done.errand.saved", () -> desk().services().roots().saveReminder(made, to)));
  }

  @Override
  Path folder() {
    return plan().folder();
  }

  @Override
  String title() {
    return plan().name();
  }
}
