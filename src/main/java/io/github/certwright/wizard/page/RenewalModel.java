package io.github.certwright.wizard.page;

import io.github.certwright.answers.CertificateAnswer;
import io.github.certwright.answers.KeyChoice;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Material;
import io.github.certwright.run.OpenAuthority;
import io.github.certwright.run.RenewJob;
import io.github.certwright.run.Renewal;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.KeyWork;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** How a certificate is renewed: who signs it, with which key, and until when. */
public final class RenewalModel extends LookingModel<RenewalModel.Chosen> {
  static final String WAY = "renew.way";
  static final String KEY = "renew.key";
  static final String DAYS = "certificate.days";
  static final String AUTHORITY = "renew.authority";
  static final String PASSWORD = "renew.authorityPassword";

  private final KeystoreModel keystore;
  private Runnable askAgain = () -> {};
  private final LocalDate today;
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.ITSELF);
  private final BooleanProperty newKey = new SimpleBooleanProperty();
  private final ObjectProperty<LocalDate> ends = new SimpleObjectProperty<>();
  private final StringProperty authority = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Renewal>> of =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Who signs the new certificate. */
  public enum Way {
    /** Nobody else, as before. */
    ITSELF,
    /** The authority that signed it before, which gets a new request. */
    REQUEST,
    /** Our own root authority, here and now. */
    AUTHORITY
  }

  /**
   * What the answers come to.
   *
   * @param clients what becomes of the client files of today
   * @param client the password for the new ones
   */
  public record Chosen(Material material, Renewal.Clients clients, Secret client) {}

  /**
   * @param keystore what is renewed
   */
  RenewalModel(Desk desk, KeystoreModel keystore) {
    super(desk, "renew.page");
    this.keystore = keystore;
    today = LocalDate.now(desk.clock());
    ends.set(today.plusDays(CertificateAnswer.DEFAULT_DAYS));
    for (ObservableValue<?> answer : List.of(way, newKey, ends)) {
      answer.addListener(
          (value, before, now) -> {
            forget();
            settle();
          });
    }
    authority.addListener((value, before, now) -> forget());
    password.addListener((value, before, now) -> forget());
  }

  public ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** Whether a new key is made. */
  public BooleanProperty newKeyProperty() {
    return newKey;
  }

  /** The last day, or null while none is chosen. */
  public ObjectProperty<LocalDate> endsProperty() {
    return ends;
  }

  /** The file of our own root authority. */
  public StringProperty authorityProperty() {
    return authority;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /** What was opened when the page was seen last. */
  public ReadOnlyObjectProperty<Optional<Renewal>> enteredProperty() {
    return of.getReadOnlyProperty();
  }

  /** What is renewed. */
  public Renewal renewal() {
    return keystore.opened().orElseThrow();
  }

  /** Days from today to the last day; 0 while none is chosen. */
  public int days() {
    LocalDate last = ends.get();
    return last == null ? 0 : Math.clamp(ChronoUnit.DAYS.between(today, last), -1, 1_000_000);
  }

  /** What goes over to a new request for the opened key. */
  void onAskAgain(Runnable act) {
    askAgain = act;
  }

  Optional<Material> material() {
    return foundProperty().get().map(Chosen::material);
  }

  /** The password for the client file, in a secret of its own, which the caller closes. */
  Secret client() {
    return foundProperty().get().map(found -> found.client().copy()).orElseGet(Secret::empty);
  }

  void wipe() {
    password.set("");
    forget();
  }

  /** Another keystore may have been opened since. */
  @Override
  public void entered() {
    if (!of.get().equals(keystore.opened())) {
      of.set(keystore.opened());
      way.set(renewal().selfSigned() ? Way.ITSELF : Way.REQUEST);
      newKey.set(renewal().keyTooWeak());
      forget();
    }
    settle();
  }

  @Override
  boolean isWhole() {
    return way.get() != Way.REQUEST && check().isEmpty();
  }

  @Override
  Background.Work<Checked<Chosen>> look() {
    Renewal renewal = renewal();
    Optional<KeyChoice> kind = newKey.get() ? Optional.of(renewal.kind()) : Optional.empty();
    RenewJob.Wanted wanted = new RenewJob.Wanted(kind, days());
    Optional<Path> root = way.get() == Way.AUTHORITY ? path(authority.get()) : Optional.empty();
    Secret server = keystore.password();
    Secret opens = Secret.ofText(password.get());
    return cancellation -> {
      try (server;
          opens) {
        KeyWork keys = desk().services().keys();
        Optional<OpenAuthority> open =
            root.isPresent() ? Optional.of(keys.authority(root.get(), opens)) : Optional.empty();
        return switch (keys.renewed(renewal, wanted, open)) {
          case Checked.Bad<Material>(var problems) -> new Checked.Bad<>(problems);
          case Checked.Good<Material>(Material material, var warnings) ->
              new Checked.Good<>(
                  new Chosen(
                      material,
                      renewal.clients(open),
                      keys.clientPassword(material.keystore(), server)),
                  warnings);
        };
      }
    };
  }

  @Override
  String fieldOf(Problem problem) {
    if (problem.key().equals("keystore.read.problem.wrongPassword")) {
      return PASSWORD;
    }
    return switch (problem.field()) {
      case KEY, DAYS -> problem.field();
      case "renew.clients" -> KEY;
      default -> way.get() == Way.AUTHORITY ? AUTHORITY : WAY;
    };
  }

  @Override
  void dropped(Chosen old) {
    old.client().close();
  }

  @Override
  protected void leave(Runnable onward) {
    if (way.get() == Way.REQUEST) {
      askAgain.run();
    } else {
      super.leave(onward);
    }
  }

  @Override
  protected List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    if (way.get() == Way.AUTHORITY) {
      problems.addAll(pathProblems(AUTHORITY, authority.get()));
      if (password.get().isEmpty()) {
        problems.add(Problem.of(PASSWORD, "keystore.password.problem.empty"));
      }
    }
    return problems;
  }
}
