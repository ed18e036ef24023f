package io.github.certwright.wizard.page;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.trust.Anchor;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which certificate is to be trusted. */
public final class AnchorModel extends LookingModel<Anchor> {
  private final StringProperty file = new SimpleStringProperty("");

  public AnchorModel(Desk desk) {
    super(desk, "anchor.page");
    file.addListener((value, before, now) -> forget());
  }

  /** The file of the certificate. */
  public StringProperty fileProperty() {
    return file;
  }

  /** A file that was chosen or dropped. */
  public void take(Path chosen) {
    file.set(chosen.toString());
    settle();
  }

  Optional<Anchor> anchor() {
    return foundProperty().get();
  }

  @Override
  boolean isWhole() {
    return check().isEmpty();
  }

  @Override
  Background.Work<Checked<Anchor>> look() {
    Path chosen = path(file.get()).orElseThrow();
    return cancellation -> desk().services().trusting().read(chosen);
  }

  @Override
  String fieldOf(Problem problem) {
    return Anchor.FIELD;
  }

  /** What is worth knowing does not keep anybody from going on, once it was read. */
  @Override
  protected List<Problem> check() {
    return pathProblems(Anchor.FIELD, file.get());
  }
}
