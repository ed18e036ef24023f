package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.SettingsData;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a job ended that made files in a folder, and for this computer nothing else.
 *
 * @param <P> kind of plan
 */
abstract class MadeModel<P> extends EndModel {
  private final String kind;
  private final Supplier<Optional<P>> plan;

  /**
   * @param kind of the job, as the history knows it
   */
  MadeModel(Desk desk, String stem, String kind, Supplier<Optional<P>> plan) {
    super(stem, desk);
    this.kind = kind;
    this.plan = plan;
  }

  /** The folder with the files. */
  abstract Path folder();

  /** What the history calls the job. */
  abstract String title();

  /** When the first of what was made ends. */
  Instant end(CertificateFacts made) {
    return made.notAfter();
  }

  public final P plan() {
    return plan.get().orElseThrow();
  }

  /** The file of a role, when it was written. */
  final Optional<Path> file(FileRole role) {
    return reportProperty().get().stream()
        .flatMap(report -> report.files().stream())
        .filter(file -> file.role() == role)
        .map(RunReport.WrittenFile::path)
        .findFirst();
  }

  public final void openFolder() {
    run("done.errand.folder", () -> desk().services().openFolder(folder()));
  }

  @Override
  final Optional<PastJob> remembered(RunReport how, String receipt) {
    return how.certificate()
        .filter(made -> !how.files().isEmpty())
        .map(
            made ->
                new PastJob(
                    kind,
                    title(),
                    desk().clock().instant(),
                    end(made),
                    folder().toString(),
                    made.sha256().hex(),
                    receipt,
                    Optional.empty()));
  }

  @Override
  final SettingsData learnt(SettingsData data, RunReport how) {
    return data.withPreferences(data.preferences().withLastFolder(folder().toString()));
  }

  @Override
  final Path forAdministrator() {
    return folder();
  }
}
