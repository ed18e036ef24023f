package io.github.certwright.wizard.page;

import io.github.certwright.plan.AuthorityPlan;
import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.SettingsData;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** How making a root authority ended. */
public final class RootMadeModel extends EndModel {
  /** As the command line calls the job. */
  static final String KIND = "authority create";

  private final Supplier<Optional<AuthorityPlan>> plan;

  RootMadeModel(Desk desk, Supplier<Optional<AuthorityPlan>> plan) {
    super("rootMade.page", desk);
    this.plan = plan;
  }

  public AuthorityPlan plan() {
    return plan.get().orElseThrow();
  }

  /** The certificate that computers are to trust, when it was written. */
  public Optional<Path> certificate() {
    return reportProperty().get().stream()
        .flatMap(report -> report.files().stream())
        .filter(file -> file.role() == FileRole.AUTHORITY_CERTIFICATE)
        .map(RunReport.WrittenFile::path)
        .findFirst();
  }

  public void openFolder() {
    run("done.errand.folder", () -> desk().services().openFolder(plan().folder()));
  }

  @Override
  Optional<PastJob> remembered(RunReport how, String receipt) {
    return how.certificate()
        .filter(made -> !how.files().isEmpty())
        .map(
            made ->
                new PastJob(
                    KIND,
                    plan().name(),
                    desk().clock().instant(),
                    made.notAfter(),
                    plan().folder().toString(),
                    made.sha256().hex(),
                    receipt,
                    Optional.empty()));
  }

  @Override
  SettingsData learnt(SettingsData data, RunReport how) {
    return data.withPreferences(data.preferences().withLastFolder(plan().folder().toString()));
  }

  @Override
  Path forAdministrator() {
    return plan().folder();
  }
}
