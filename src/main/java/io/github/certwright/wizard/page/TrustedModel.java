package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport;
import io.github.certwright.settings.PastJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.page.StoresModel.Change;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** How changing trust stores, or writing files for other computers, ended. */
public final class TrustedModel extends EndModel {
  /** As the command line calls the job. */
  static final String KIND = "trust";

  private final StoresModel stores;
  private final Supplier<String> whose;

  /**
   * @param whose certificate it is
   */
  TrustedModel(Desk desk, StoresModel stores, Supplier<String> whose) {
    super("trusted.page", desk);
    this.stores = stores;
    this.whose = whose;
  }

  public Change change() {
    return stores.changeProperty().get();
  }

  /** Whether anything was written for other computers. */
  public boolean wroteFiles() {
    return reportProperty().get().map(how -> !how.trust().files().isEmpty()).orElse(false);
  }

  public void openFolder() {
    Path folder = stores.folder().orElseThrow();
    run("done.errand.folder", () -> desk().services().openFolder(folder));
  }

  @Override
  Optional<PastJob> remembered(RunReport how, String receipt) {
    boolean changed =
        !how.trust().files().isEmpty()
            || how.trust().stores().stream()
                .anyMatch(store -> Set.of("installed", "removed").contains(store.state()));
    return how.certificate()
        .filter(made -> changed)
        .map(
            made ->
                new PastJob(
                    KIND,
                    whose.get(),
                    desk().clock().instant(),
                    made.notAfter(),
                    wroteFiles() ? stores.folder().map(Path::toString).orElse("") : "",
                    made.sha256().hex(),
                    receipt,
                    Optional.empty()));
  }

  @Override
  Path forAdministrator() {
    return stores.folder().orElseThrow();
  }
}
