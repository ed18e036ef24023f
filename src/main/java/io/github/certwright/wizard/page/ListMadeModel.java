package io.github.certwright.wizard.page;

import io.github.certwright.plan.ListPlan;
import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.SettingsData;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** How issuing for a list ended. */
public final class ListMadeModel extends EndModel {
  /** Not the command's own name, under which the folder of one server is remembered. */
  static final String KIND = "authority issue list";

  private final Supplier<Optional<ListPlan>> plan;

  ListMadeModel(Desk desk, Supplier<Optional<ListPlan>> plan) {
    super("listMade.page", desk);
    this.plan = plan;
  }

  public ListPlan plan() {
    return plan.get().orElseThrow();
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
                    plan().authority(),
                    desk().clock().instant(),
                    plan().firstEnd(),
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
