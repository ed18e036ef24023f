package io.github.certwright.wizard.page;

import io.github.certwright.check.ChainLink;
import io.github.certwright.plan.Origin.Trusted;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.HeldKey;
import io.github.certwright.run.Material;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What the authority answered: files in any form and order, judged as soon as they are there. */
public final class AnswerModel extends LookingModel<Material> {
  static final String FILES = "answer.files";

  private final Supplier<HeldKey> held;
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final ObjectProperty<Trusted> trusted = new SimpleObjectProperty<>(Trusted.ROOT);
  private Optional<Path> judgedFor = Optional.empty();

  /**
   * @param held the key whose answer it is to be
   */
  AnswerModel(Desk desk, Supplier<HeldKey> held) {
    super(desk, "answer.page");
    this.held = held;
    files.addListener(
        (ListChangeListener<Path>)
            change -> {
              forget();
              settle();
            });
  }

  /** The files chosen so far. */
  public ObservableList<Path> files() {
    return files;
  }

  /** What the tools are to trust, where there is a choice. */
  public ObjectProperty<Trusted> trustedProperty() {
    return trusted;
  }

  /** Adds a file; the same one only once. */
  public void add(Path file) {
    if (!files.contains(file)) {
      files.add(file);
    }
  }

  /** The judged chain as it is drawn; empty while there is none. */
  List<ChainLink> links() {
    return foundProperty()
        .get()
        .map(found -> ChainLink.of(found.certificates(), desk().clock()))
        .orElse(List.of());
  }

  /** The judged answer with what the tools are to trust. */
  Optional<Material> material() {
    return foundProperty().get().map(found -> found.trusting(trusted.get()));
  }

  /** Another keystore may have been chosen since. */
  @Override
  public void entered() {
    Optional<Path> now = Optional.of(held.get().file());
    if (!judgedFor.equals(now)) {
      judgedFor = now;
      forget();
    }
    settle();
  }

  @Override
  boolean isWhole() {
    return !files.isEmpty();
  }

  @Override
  Background.Work<Checked<Material>> look() {
    HeldKey key = held.get();
    List<Path> all = List.copyOf(files);
    return cancellation -> desk().services().keys().answered(key, all);
  }

  @Override
  String fieldOf(Problem problem) {
    return FILES;
  }

  @Override
  protected List<Problem> check() {
    return files.isEmpty() ? List.of(Problem.of(FILES, "answer.problem.empty")) : List.of();
  }
}
