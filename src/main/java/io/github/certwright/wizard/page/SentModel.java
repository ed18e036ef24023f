package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.report.Afterwards;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.UploadJob;
import io.github.certwright.wizard.PageModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How sending alone ended, and what is left to do. */
final class SentModel extends PageModel {
  private final ReadOnlyObjectWrapper<Optional<RunReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<About> about = Optional.empty();

  SentModel() {
    super("sent.page");
  }

  /**
   * What was sent.
   *
   * @param server for people
   */
  record About(String server, int tlsPort, Path folder, Afterwards afterwards) {}

  ReadOnlyObjectProperty<Optional<RunReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  About about() {
    return about.orElseThrow();
  }

  void about(PlannedUpload planned, UploadJob.Keystore keystore, Afterwards afterwards) {
    Path file = keystore.file().toAbsolutePath();
    about =
        Optional.of(
            new About(
                planned.url().getHost(),
                planned.tlsPort(),
                Optional.ofNullable(file.getParent()).orElse(file),
                afterwards));
  }

  void ended(RunReport how) {
    report.set(Optional.of(how));
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }
}
