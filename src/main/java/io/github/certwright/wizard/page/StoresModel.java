package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.TrustJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.trust.Anchor;
import io.github.certwright.trust.TrustStore;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Trusting.Has;
import io.github.certwright.wizard.Trusting.Seen;
import io.github.certwright.wizard.Trusting.Sight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is done about a certificate, and in which trust stores of this computer. */
public final class StoresModel extends PageModel {
  static final String FOLDER = "trust.out";
  static final String JAVA_PASSWORD = "stores.java";

  /** How a store says that the password does not open Java's own list. */
  private static final String LOCKED = "trust.java.problem.password";

  private final Desk desk;
  private final Supplier<Optional<Anchor>> anchor;
  private final ObjectProperty<Change> change = new SimpleObjectProperty<>(Change.INSTALL);
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final ObservableList<Problem> notes = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final StringProperty folder = new SimpleStringProperty("");
  private final StringProperty javaPassword = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper javaLocked = new ReadOnlyBooleanWrapper();
  private Secret inUse = Secret.empty();
  private Optional<Seen> seen = Optional.empty();
  private Optional<Background.Running<Seen>> running = Optional.empty();
  private List<Plan.Step> steps = List.of();

  /** What is done. */
  public enum Change {
    /** Stores of this computer are to trust it. */
    INSTALL,
    /** It is taken out of stores of this computer. */
    REMOVE,
    /** Files are written by which other computers come to trust it. */
    EXPORT
  }

  /**
   * A store that can be ticked.
   *
   * @param chosenProperty whether it is
   */
  public record Choice(Sight sight, BooleanProperty chosenProperty) {
    /** Whether anything can be done about it. */
    public boolean usable() {
      return sight.state() != Has.UNKNOWN;
    }
  }

  /**
   * @param anchor the certificate answered before
   */
  StoresModel(Desk desk, Supplier<Optional<Anchor>> anchor) {
    super("stores.page");
    this.desk = desk;
    this.anchor = anchor;
    change.subscribe(_ -> tick());
    folder.subscribe(_ -> refresh());
  }

  public ObjectProperty<Change> changeProperty() {
    return change;
  }

  /** The stores of this computer. */
  public ObservableList<Choice> choices() {
    return choices;
  }

  /** What was passed over, and why stores cannot be asked. */
  public ObservableList<Problem> notes() {
    return notes;
  }

  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** The folder for the files for other computers. */
  public StringProperty folderProperty() {
    return folder;
  }

  /** What will happen, as it was when the page was left. */
  List<Plan.Step> steps() {
    return steps;
  }

  Optional<Path> folder() {
    return LookingModel.path(folder.get());
  }

  /** The stores that are ticked. */
  TrustStores chosen() {
    List<TrustStore> ticked = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).chosenProperty().get()) {
        ticked.add(seen.orElseThrow().stores().all().get(i));
      }
    }
    return new TrustStores(ticked, List.of());
  }

  /** The stores may have changed since, so they are asked each time. */
  @Override
  public void entered() {
    running.ifPresent(Background.Running::cancel);
    Anchor known = anchor.get().orElseThrow();
    Secret opening = Secret.ofText(javaPassword.get());
    looking.set(true);
    setLeaving(true);
    choices.clear();
    Background.Running<Seen> now =
        desk.background().run(cancellation -> desk.services().trusting().look(known, opening));
    running = Optional.of(now);
    now.onSuccess(this::show)
        .andFinally(
            () -> {
              if (running.filter(now::equals).isPresent()) {
                inUse.close();
                inUse = opening;
                looking.set(false);
                setLeaving(false);
              } else {
                opening.close();
              }
            });
    proposeFolder();
  }

  /** Opens Java's own list, where somebody has changed its password. */
  public StringProperty javaPasswordProperty() {
    return javaPassword;
  }

  /** Whether Java's own list waits for its password, or was opened with one. */
  public ReadOnlyBooleanProperty javaLockedProperty() {
    return javaLocked.getReadOnlyProperty();
  }

  /** Forgets the password. */
  void wipe() {
    running.ifPresent(Background.Running::cancel);
    running = Optional.empty();
    javaPassword.set("");
    inUse.close();
  }

  private void proposeFolder() {
    if (folder.get().isEmpty()) {
      String name = desk.text().of("stores.folder.name");
      String last = desk.settings().current().preferences().lastFolder();
      desk.background()
          .run(cancellation -> desk.services().proposeFolder(name, last))
          .onSuccess(folder::set);
    }
  }

  private void show(Seen now) {
    seen = Optional.of(now);
    List<Problem> said = new ArrayList<>(now.stores().notes());
    now.sights().stream()
        .flatMap(sight -> sight.why().stream())
        .filter(why -> !said.contains(why))
        .forEach(said::add);
    boolean refused = said.stream().anyMatch(problem -> problem.key().equals(LOCKED));
    boolean first = !javaLocked.get();
    javaLocked.set(javaLocked.get() || refused);
    // What there is a field for is said beside it, and only once something was typed.
    said.removeIf(problem -> problem.key().equals(LOCKED));
    fromOutside(
        refused && !first
            ? List.of(Problem.warning(JAVA_PASSWORD, "stores.problem.java"))
            : List.of());
    left(JAVA_PASSWORD);
    notes.setAll(said);
    choices.setAll(now.sights().stream().map(this::choice).toList());
    tick();
  }

  private Choice choice(Sight sight) {
    Choice choice = new Choice(sight, new SimpleBooleanProperty());
    choice.chosenProperty().addListener((value, before, after) -> refresh());
    return choice;
  }

  /** Ticks each store about which there is something to do. */
  private void tick() {
    for (Choice choice : choices) {
      Has state = choice.sight().state();
      boolean missing = state != Has.TRUST;
      boolean there = state != Has.NOTHING;
      choice
          .chosenProperty()
          .set(choice.usable() && (change.get() == Change.INSTALL ? missing : there));
    }
    refresh();
  }

  @Override
  protected List<Problem> check() {
    if (change.get() == Change.EXPORT) {
      if (folder.get().isBlank()) {
        return List.of(Problem.of(FOLDER, "where.folder.problem.empty"));
      }
      return LookingModel.pathProblems(FOLDER, folder.get());
    }
    boolean none = choices.stream().noneMatch(choice -> choice.chosenProperty().get());
    return none && !looking.get()
        ? List.of(Problem.of(TrustStores.FIELD, "stores.problem.none"))
        : List.of();
  }

  @Override
  protected void leave(Runnable onward) {
    switch (change.get()) {
      case INSTALL -> leave(TrustJob.installing(chosen()), onward);
      case REMOVE -> leave(TrustJob.removing(chosen()), onward);
      case EXPORT -> {
        Anchor known = anchor.get().orElseThrow();
        Path into = folder().orElseThrow();
        setLeaving(true);
        desk.background()
            .run(cancellation -> desk.services().trusting().exporting(known, into))
            .onSuccess(
                made -> {
                  setLeaving(false);
                  leave(made, onward);
                })
            .andFinally(() -> setLeaving(false));
      }
    }
  }

  private void leave(List<Plan.Step> made, Runnable onward) {
    steps = made;
    onward.run();
  }
}
