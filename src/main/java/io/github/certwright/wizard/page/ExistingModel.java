package io.github.certwright.wizard.page;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.ImportJob.FoundKey;
import io.github.certwright.run.Material;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.KeyWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Key and certificate that exist: in a keystore, or in PEM files. */
public final class ExistingModel extends LookingModel<ExistingModel.Found> {
  static final String FILES = "import.files";
  static final String PASSWORD = "import.password";
  static final String ALIAS = "import.alias";

  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty alias = new SimpleStringProperty("");
  private final ObservableList<FoundKey> keys = FXCollections.observableArrayList();

  /**
   * What was found in the files.
   *
   * @param keys every key with its certificate
   * @param material the one to go on with; empty until one of several was chosen
   */
  public record Found(List<FoundKey> keys, Optional<Material> material) {
    public Found {
      keys = List.copyOf(keys);
    }
  }

  ExistingModel(Desk desk) {
    super(desk, "existing.page");
    files.addListener(
        (ListChangeListener<Path>)
            change -> {
              otherKeys();
              settleUnlessLocked();
            });
    password.addListener((value, before, now) -> otherKeys());
    alias.addListener(
        (value, before, now) -> {
          if (!now.isEmpty()) {
            forget();
            settle();
          }
        });
    foundProperty()
        .addListener(
            (value, before, now) ->
                now.filter(found -> !keys.equals(found.keys()))
                    .ifPresent(found -> keys.setAll(found.keys())));
  }

  /** The files chosen so far. */
  public ObservableList<Path> files() {
    return files;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /** The entry name of the chosen key; empty while none is chosen. */
  public StringProperty aliasProperty() {
    return alias;
  }

  /** The keys in the files, as found last. */
  public ObservableList<FoundKey> keys() {
    return keys;
  }

  /** Adds a file; the same one only once. */
  public void add(Path file) {
    if (!files.contains(file)) {
      files.add(file);
    }
  }

  Optional<Material> material() {
    return foundProperty().get().flatMap(Found::material);
  }

  void wipe() {
    password.set("");
    forget();
  }

  /** Nobody is told of a missing password before having had the time to type it. */
  void settleUnlessLocked() {
    boolean locked = files.stream().anyMatch(file -> SourceKind.of(file) == SourceKind.STORE);
    if (!locked || !password.get().isEmpty()) {
      settle();
    }
  }

  private void otherKeys() {
    keys.clear();
    alias.set("");
    forget();
  }

  @Override
  boolean isWhole() {
    return !files.isEmpty();
  }

  @Override
  Background.Work<Checked<Found>> look() {
    List<Path> all = List.copyOf(files);
    String wanted = alias.get();
    Secret secret = Secret.ofText(password.get());
    return cancellation -> {
      try (secret) {
        KeyWork work = desk().services().keys();
        List<FoundKey> found = work.look(all, secret);
        if (found.size() > 1 && wanted.isEmpty()) {
          return Checked.good(new Found(found, Optional.empty()));
        }
        return switch (work.chosen(found, wanted)) {
          case Checked.Bad<Material>(var problems) -> new Checked.Bad<>(problems);
          case Checked.Good<Material>(Material material, var warnings) ->
              new Checked.Good<>(new Found(found, Optional.of(material)), warnings);
        };
      }
    };
  }

  /** What was found may ask for a choice first. */
  @Override
  protected void leave(Runnable onward) {
    super.leave(
        () -> {
          refresh();
          if (material().isPresent()) {
            onward.run();
          }
        });
  }

  @Override
  String fieldOf(Problem problem) {
    return switch (problem.key()) {
      case "keystore.read.problem.wrongPassword",
          "keystore.pem.problem.wrongPassword",
          "keystore.pem.problem.passwordMissing",
          "keystore.key.problem.otherPassword" ->
          PASSWORD;
      default -> problem.field().equals(ALIAS) ? ALIAS : FILES;
    };
  }

  @Override
  protected List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    if (files.isEmpty()) {
      problems.add(Problem.of(FILES, "import.problem.empty"));
    }
    if (keys.size() > 1 && alias.get().isEmpty()) {
      problems.add(
          Problem.of(ALIAS, "import.problem.several", keys.stream().map(FoundKey::alias).toList()));
    }
    return problems;
  }
}
