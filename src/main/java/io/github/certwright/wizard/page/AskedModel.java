package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.plan.RequestPlan;
import io.github.certwright.run.RequestJob;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.RecentJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How making a request ended, and the request itself. */
public final class AskedModel extends MadeModel<RequestPlan> {
  private final ReadOnlyObjectWrapper<Optional<RequestJob.Written>> written =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  AskedModel(Desk desk, Supplier<Optional<RequestPlan>> plan) {
    super(desk, "asked.page", RecentJob.REQUEST, plan);
    reportProperty().subscribe(_ -> file().ifPresent(this::read));
  }

  /** The request as it was written; empty until it was read. */
  public ReadOnlyObjectProperty<Optional<RequestJob.Written>> writtenProperty() {
    return written.getReadOnlyProperty();
  }

  /** The file of the request, when it was written. */
  public Optional<Path> file() {
    return file(FileRole.REQUEST);
  }

  /** Saves a copy of the request, for example on a stick. */
  public void saveCopy(Path to) {
    file().ifPresent(from -> run("done.errand.saved", () -> desk().services().saveCopy(from, to)));
  }

  @Override
  Path folder() {
    return plan().folder();
  }

  @Override
  String title() {
    return plan().certificate().names().getFirst().display();
  }

  private void read(Path file) {
    desk()
        .background()
        .run(cancellation -> desk().services().keys().written(file))
        .onSuccess(now -> written.set(Optional.of(now)))
        .onProblem(problem -> errand(new Errand.Failed(List.of(problem))));
  }
}
