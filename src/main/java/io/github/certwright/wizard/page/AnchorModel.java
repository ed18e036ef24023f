package io.github.certwright.wizard.page;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.trust.Anchor;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which certificate is to be trusted. */
public final class AnchorModel extends LookingModel<Anchor> {
  private final StringProperty file = new SimpleStringProperty("");
  private final ObservableList<Anchor> known = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Anchor>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean asked;

  public AnchorModel(Desk desk) {
    super(desk, "anchor.page");
    file.addListener(
        (value, before, now) -> {
          chosen.set(Optional.empty());
          forget();
        });
  }

  /** What was put into trust stores of this computer, by name. */
  public ObservableList<Anchor> known() {
    return known;
  }

  /** Whether one of these is meant, and not a file. */
  public ReadOnlyObjectProperty<Optional<Anchor>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Takes one that is in a trust store, for which no file is needed. */
  public void choose(Anchor one) {
    file.set("");
    chosen.set(Optional.of(one));
    forget();
    settle();
  }

  /** The stores are asked once: only this job changes them meanwhile. */
  @Override
  public void entered() {
    if (!asked) {
      asked = true;
      desk()
          .background()
          .run(cancellation -> desk().services().trusting().known())
          .onSuccess(known::setAll);
    }
  }

  /** The file of the certificate. */
  public StringProperty fileProperty() {
    return file;
  }

  /** A file that was chosen or dropped. */
  public void take(Path taken) {
    file.set(taken.toString());
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
    if (chosen.get().isPresent()) {
      // What is trusted already is mostly to go: nothing need be known before trusting it.
      Anchor one = chosen.get().get();
      return cancellation -> Checked.good(one);
    }
    Path read = path(file.get()).orElseThrow();
    return cancellation -> desk().services().trusting().read(read);
  }

  @Override
  String fieldOf(Problem problem) {
    return Anchor.FIELD;
  }

  /** What is worth knowing does not keep anybody from going on, once it was read. */
  @Override
  protected List<Problem> check() {
    return chosen.get().isPresent() ? List.of() : pathProblems(Anchor.FIELD, file.get());
  }
}
