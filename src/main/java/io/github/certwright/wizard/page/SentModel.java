package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.HostPort;
import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Problem;
import io.github.certwright.report.Afterwards;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.UploadJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.NewConnection;
import io.github.certwright.wizard.PageModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How sending alone ended, and what is left to do. */
final class SentModel extends PageModel {
  private final ReadOnlyObjectWrapper<Optional<RunReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CheckReport>> seen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final Desk desk;
  private Optional<About> about = Optional.empty();

  SentModel(Desk desk) {
    super("sent.page");
    this.desk = desk;
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

  /** What a look at the server found since; empty before one. */
  ReadOnlyObjectProperty<Optional<CheckReport>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** Looks whether the server shows the new certificate by now; sends it nothing. */
  void look() {
    NewConnection made =
        new NewConnection(
            new HostPort(about().server(), about().tlsPort()),
            about().folder().resolve(FileRole.CLIENT_STORE.fileName()),
            List.of(),
            report.get().flatMap(RunReport::certificate).orElseThrow().sha256());
    looking.set(true);
    desk.background()
        .run(cancellation -> desk.services().check(made, cancellation))
        .onSuccess(found -> seen.set(Optional.of(found)))
        .andFinally(() -> looking.set(false));
  }

  void ended(RunReport how) {
    seen.set(Optional.empty());
    report.set(Optional.of(how));
  }

  @Override
  protected List<Problem> check() {
    return List.of();
  }
}
