package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.run.RequestJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.SettingsData;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.RecentJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How making a request ended, and the request itself. */
public final class AskedModel extends EndModel {
  private final Supplier<Optional<RequestPlan>> plan;
  private final ReadOnlyObjectWrapper<Optional<RequestJob.Written>> written =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  AskedModel(Desk desk, Supplier<Optional<RequestPlan>> plan) {
    super("asked.page", desk);
    this.plan = plan;
    reportProperty().subscribe(report -> report.flatMap(this::request).ifPresent(this::read));
  }

  public RequestPlan plan() {
    return plan.get().orElseThrow();
  }

  /** The request as it was written; empty until it was read. */
  public ReadOnlyObjectProperty<Optional<RequestJob.Written>> writtenProperty() {
    return written.getReadOnlyProperty();
  }

  /** The file of the request, when it was written. */
  public Optional<Path> file() {
    return reportProperty().get().flatMap(this::request);
  }

  public void openFolder() {
    run("done.errand.folder", () -> desk().services().openFolder(plan().folder()));
  }

  /** Saves a copy of the request, for example on a stick. */
  public void saveCopy(Path to) {
    file().ifPresent(from -> run("done.errand.saved", () -> desk().services().saveCopy(from, to)));
  }

  /** The request waits in a list of its own until it is answered. */
  @Override
  Optional<PastJob> remembered(RunReport how, String receipt) {
    return how.certificate()
        .map(
            placeholder ->
                new PastJob(
                    RecentJob.REQUEST,
                    plan().certificate().names().getFirst().display(),
                    desk().clock().instant(),
                    placeholder.notAfter(),
                    plan().folder().toString(),
                    placeholder.sha256().hex(),
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

  private Optional<Path> request(RunReport report) {
    return report.files().stream()
        .filter(file -> file.role() == FileRole.REQUEST)
        .map(RunReport.WrittenFile::path)
        .findFirst();
  }

  private void read(Path file) {
    desk()
        .background()
        .run(cancellation -> desk().services().keys().written(file))
        .onSuccess(now -> written.set(Optional.of(now)))
        .onProblem(problem -> errand(new Errand.Failed(List.of(problem))));
  }
}
