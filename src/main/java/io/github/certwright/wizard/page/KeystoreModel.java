package io.github.certwright.wizard.page;

import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Renewal;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A server's keystore that is there, opened with its password. */
public final class KeystoreModel extends LookingModel<Renewal> {
  static final String FILE = "keystore.file";
  static final String PASSWORD = "keystore.password";

  private final Supplier<List<Known>> source;
  private final StringProperty file = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ObservableList<Known> known = FXCollections.observableArrayList();
  private final PasswordBeside beside;

  /**
   * A keystore that can be proposed.
   *
   * @param server the main name of its certificate
   * @param when it was made or its request was sent
   */
  public record Known(String server, Path keystore, Instant when) {}

  /**
   * @param source finds the keystores to propose, on a worker
   */
  KeystoreModel(Desk desk, String stem, Supplier<List<Known>> source) {
    super(desk, stem);
    this.source = source;
    beside =
        new PasswordBeside(
            desk, password, keystore -> desk.services().keys().passwordBeside(keystore));
    file.addListener((value, before, now) -> forget());
    password.addListener((value, before, now) -> forget());
  }

  /** The file, as typed, chosen or dropped. */
  public StringProperty fileProperty() {
    return file;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /** Whether the password was found in a file beside the keystore. */
  public ReadOnlyBooleanProperty passwordFoundProperty() {
    return beside.filledProperty();
  }

  /** The keystores that can be chosen without looking for their files. */
  public ObservableList<Known> known() {
    return known;
  }

  /** Takes a file that was chosen or dropped. */
  public void take(Path chosen) {
    file.set(chosen.toString());
    lookBeside();
  }

  /** Looks beside the keystore for its password, and at both. */
  public void lookBeside() {
    path(file.get()).ifPresent(keystore -> beside.look(keystore, this::settle));
    settle();
  }

  /** The opened keystore; empty until it was. */
  Optional<Renewal> opened() {
    return foundProperty().get();
  }

  /** The password in a secret of its own, which the caller closes. */
  Secret password() {
    return Secret.ofText(password.get());
  }

  void wipe() {
    password.set("");
  }

  @Override
  public void entered() {
    if (!known.isEmpty() || !file.get().isEmpty()) {
      return;
    }
    desk()
        .background()
        .run(cancellation -> source.get())
        .onSuccess(
            all -> {
              known.setAll(all);
              if (!all.isEmpty() && file.get().isEmpty()) {
                take(all.getFirst().keystore());
              }
            });
  }

  @Override
  boolean isWhole() {
    return check().isEmpty();
  }

  @Override
  Background.Work<Checked<Renewal>> look() {
    Path keystore = path(file.get()).orElseThrow();
    Secret secret = password();
    return cancellation -> {
      try (secret) {
        return Checked.good(desk().services().keys().open(keystore, secret));
      }
    };
  }

  @Override
  String fieldOf(Problem problem) {
    return switch (problem.key()) {
      case "keystore.read.problem.wrongPassword", "keystore.key.problem.otherPassword" -> PASSWORD;
      default -> FILE;
    };
  }

  @Override
  protected List<Problem> check() {
    List<Problem> problems = new ArrayList<>(pathProblems(FILE, file.get()));
    if (password.get().isEmpty()) {
      problems.add(Problem.of(PASSWORD, "keystore.password.problem.empty"));
    }
    return problems;
  }
}
