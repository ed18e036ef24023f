package io.github.certwright.wizard.page;

import io.github.certwright.check.HostPort;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Facts;
import io.github.certwright.run.PairSource;
import io.github.certwright.run.ReadPair;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Where the certificate comes from, and whose it is. */
public final class SourceModel extends PageModel {
  static final String FILE = "source.file";
  static final String PASSWORD = "source.password";
  static final String SERVER = "source.server";
  static final String SAME = "source.same";

  private final Desk desk;
  private final ObjectProperty<SourceKind> kind = new SimpleObjectProperty<>(SourceKind.KIT);
  private final StringProperty file = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty server = new SimpleStringProperty("");
  private final BooleanProperty same = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<CertificateFacts>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final PasswordBeside beside;
  private final SourceReader reader;
  private final ReadOnlyObjectWrapper<Agreement> agreement =
      new ReadOnlyObjectWrapper<>(new Agreement.First());
  private Optional<ReadPair> pair = Optional.empty();
  private Optional<Background.Running<SourceReader.Reading>> running = Optional.empty();
  private Optional<PairSource.Ask> asked = Optional.empty();
  private int readings;

  public SourceModel(Desk desk) {
    super("source.page");
    this.desk = desk;
    beside =
        new PasswordBeside(
            desk, password, keystore -> desk.services().installs().passwordBeside(keystore));
    reader = new SourceReader(desk);
    for (ObservableValue<?> answer : List.of(kind, file, password, server)) {
      answer.addListener((value, before, now) -> forget());
    }
    same.addListener((value, before, now) -> refresh());
  }

  public ObjectProperty<SourceKind> kindProperty() {
    return kind;
  }

  /** The file, as typed, chosen or dropped. */
  public StringProperty fileProperty() {
    return file;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /** The server to be asked, with the port where it is not the usual one. */
  public StringProperty serverProperty() {
    return server;
  }

  /** Whether the person has compared the fingerprint that the server shows. */
  public BooleanProperty sameProperty() {
    return same;
  }

  /** Whether the password was found in {@code cert.pass} beside the keystore. */
  public ReadOnlyBooleanProperty passwordFoundProperty() {
    return beside.filledProperty();
  }

  /** Whether the certificate that the server shows was agreed to on this computer before. */
  public ReadOnlyObjectProperty<Agreement> agreementProperty() {
    return agreement.getReadOnlyProperty();
  }

  /** Whether the file or the server is being looked at. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** The certificate that was found; empty until then. */
  public ReadOnlyObjectProperty<Optional<CertificateFacts>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The pair to be installed; empty until it was read. */
  Optional<ReadPair> pair() {
    return pair;
  }

  /** Takes a file that was chosen or dropped. */
  public void take(Path chosen) {
    kind.set(SourceKind.of(chosen));
    file.set(chosen.toString());
    settle();
  }

  /** Asks a server that is known already. */
  void ask(HostPort where) {
    kind.set(SourceKind.SERVER);
    server.set(where.typed());
    settle();
  }

  /** Looks at what was answered so far, unless somebody does already; called when typing pauses. */
  public void settle() {
    if (kind.get() == SourceKind.STORE && !file.get().isBlank()) {
      path().ifPresent(keystore -> beside.look(keystore, this::settle));
    }
    if (pair.isEmpty() && !reading.get() && !unanswered()) {
      read(() -> {});
    }
  }

  /** Looks again, also after a failure. */
  public void look() {
    forget();
    left(SERVER);
    settle();
  }

  /** Forgets the password and the pair. */
  void wipe() {
    password.set("");
    forget();
  }

  @Override
  protected List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    if (kind.get() == SourceKind.SERVER) {
      switch (HostPort.read(server.get())) {
        case Checked.Good<HostPort> _ -> {}
        case Checked.Bad<HostPort> _ when server.get().isBlank() ->
            problems.add(Problem.of(SERVER, "source.server.problem.empty"));
        case Checked.Bad<HostPort>(List<Problem> all) ->
            all.forEach(problem -> problems.add(problem.at(SERVER)));
      }
      if (pair.isPresent() && !same.get()) {
        problems.add(Problem.of(SAME, "source.same.problem.unticked"));
      }
      return problems;
    }
    if (file.get().isBlank()) {
      problems.add(Problem.of(FILE, "source.file.problem.empty"));
    } else if (path().isEmpty()) {
      problems.add(Problem.of(FILE, "source.file.problem.name", file.get()));
    }
    if (kind.get() == SourceKind.STORE && password.get().isEmpty()) {
      problems.add(Problem.of(PASSWORD, "source.password.problem.empty"));
    }
    return problems;
  }

  /** What was read only now is looked at by the person before the next page. */
  @Override
  protected void leave(Runnable onward) {
    if (pair.isPresent()) {
      boolean known = agreement.get() instanceof Agreement.Same;
      asked.filter(server -> !known).ifPresent(reader::agree);
      onward.run();
      return;
    }
    setLeaving(true);
    read(
        () -> {
          setLeaving(false);
          if (shown().isEmpty()) {
            onward.run();
          }
        });
  }

  private boolean unanswered() {
    return check().stream().anyMatch(problem -> !problem.field().equals(SAME));
  }

  private void read(Runnable then) {
    running.ifPresent(Background.Running::cancel);
    int mine = ++readings;
    reading.set(true);
    PairSource source = source();
    Background.Running<SourceReader.Reading> now =
        desk.background()
            .run(cancellation -> reader.read(source, cancellation))
            .onSuccess(
                read -> {
                  keep(read);
                  then.run();
                })
            .onProblem(this::refuse);
    running = Optional.of(now);
    now.andFinally(
        () -> {
          close(source);
          if (mine == readings) {
            reading.set(false);
            setLeaving(false);
          }
        });
  }

  private PairSource source() {
    Path chosen = path().orElse(Path.of(""));
    return switch (kind.get()) {
      case KIT -> new PairSource.Kit(chosen);
      case STORE -> new PairSource.Store(chosen, Secret.ofText(password.get()));
      case CERTIFICATE -> new PairSource.Certificate(chosen);
      case SERVER ->
          switch (HostPort.read(server.get())) {
            case Checked.Good<HostPort> good -> new PairSource.Ask(good.value(), Optional.empty());
            case Checked.Bad<HostPort> _ -> throw new IllegalStateException("not an address");
          };
    };
  }

  private static void close(PairSource source) {
    if (source instanceof PairSource.Store store) {
      store.password().close();
    }
  }

  private Optional<Path> path() {
    try {
      return Optional.of(Path.of(file.get().strip()));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private void keep(SourceReader.Reading reading) {
    ReadPair read = reading.pair();
    pair = Optional.of(read);
    asked = reading.source() instanceof PairSource.Ask ask ? Optional.of(ask) : Optional.empty();
    agreement.set(reading.agreement());
    same.set(reading.agreement() instanceof Agreement.Same);
    found.set(Optional.of(Facts.of(read.certificate())));
    fromOutside(read.warnings().stream().map(warning -> warning.at(field(warning))).toList());
    refresh();
  }

  private void refuse(Problem problem) {
    String field = field(problem);
    left(field);
    fromOutside(List.of(problem.at(field)));
  }

  private String field(Problem problem) {
    if (kind.get() == SourceKind.SERVER) {
      return SERVER;
    }
    return problem.key().equals("keystore.read.problem.wrongPassword") ? PASSWORD : FILE;
  }

  private void forget() {
    running.ifPresent(Background.Running::cancel);
    running = Optional.empty();
    readings++;
    reading.set(false);
    setLeaving(false);
    pair.ifPresent(ReadPair::close);
    pair = Optional.empty();
    asked = Optional.empty();
    found.set(Optional.empty());
    same.set(false);
    fromOutside(List.of());
    refresh();
  }
}
