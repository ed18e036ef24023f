package io.github.certwright.wizard.page;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.ServerAddress;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.answers.UploadAnswer.SignIn;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.tls.HostText;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.ServerLook;
import io.github.certwright.wizard.SignedIn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Sending the server keystore to Teamwork Cloud: where to, as whom, and whether it is trusted. */
public final class UploadModel {
  private final Desk desk;
  private final Runnable changed;
  private final Consumer<String> asked;
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final StringProperty url = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty token = new SimpleStringProperty("");
  private final BooleanProperty byToken = new SimpleBooleanProperty();
  private final StringProperty port =
      new SimpleStringProperty(String.valueOf(UploadAnswer.DEFAULT_TLS_PORT));
  private final ReadOnlyObjectWrapper<Trial> trial = new ReadOnlyObjectWrapper<>(new Trial.None());
  private final ReadOnlyIntegerWrapper pointedOut = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Asker> asker =
      new SimpleObjectProperty<>((server, look, yes, no) -> no.run());
  private String proposed = "";
  private Optional<Background.Running<SignedIn>> signingIn = Optional.empty();

  /**
   * @param changed called after each change of an answer
   * @param asked hears the name of each answer that is needed now and does not pass
   */
  UploadModel(Desk desk, Runnable changed, Consumer<String> asked) {
    this.desk = desk;
    this.changed = changed;
    this.asked = asked;
    for (ObservableValue<?> answer : List.of(wanted, url, user, password, token, byToken)) {
      answer.addListener((value, before, now) -> answered());
    }
    port.addListener((value, before, now) -> changed.run());
  }

  public BooleanProperty wantedProperty() {
    return wanted;
  }

  public StringProperty urlProperty() {
    return url;
  }

  public StringProperty userProperty() {
    return user;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public StringProperty tokenProperty() {
    return token;
  }

  /** Whether a token stands in for user and password. */
  public BooleanProperty byTokenProperty() {
    return byToken;
  }

  /** The port on which Teamwork Cloud is to offer TLS, as typed. */
  public StringProperty portProperty() {
    return port;
  }

  /** How the trial sign-in went. */
  public ReadOnlyObjectProperty<Trial> trialProperty() {
    return trial.getReadOnlyProperty();
  }

  /** Counts how often something about the address was to be pointed out. */
  public ReadOnlyIntegerProperty pointedOutProperty() {
    return pointedOut.getReadOnlyProperty();
  }

  /** Leads the person to the address, beside which something is said now. */
  void pointOut() {
    pointedOut.set(pointedOut.get() + 1);
  }

  /** Who asks the person whether an unknown certificate is the right one. */
  public ObjectProperty<Asker> askerProperty() {
    return asker;
  }

  /** Proposes an address, unless another one was typed. */
  void propose(String host) {
    String address =
        "https://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + ServerAddress.DEFAULT_PORT;
    if (url.get().equals(proposed)) {
      proposed = address;
      url.set(address);
    }
  }

  /** The answer, with a secret of its own that the caller closes; empty when not wanted. */
  public Optional<UploadAnswer> answer() {
    return wanted.get() ? Optional.of(typed()) : Optional.empty();
  }

  /** Makes sure that the server is trusted, then signs in and out again; once at a time. */
  public void testSignIn() {
    if (trial.get() instanceof Trial.Trying || !complete()) {
      return;
    }
    trial.set(new Trial.Trying());
    trusted(this::signIn, problem -> trial.set(new Trial.Failed(problem)));
  }

  /** Nobody is asked about a certificate for a sign-in that cannot be tried anyway. */
  private boolean complete() {
    UploadAnswer answer = typed();
    List<Problem> wrong = Checks.upload(answer).stream().filter(Problem::stops).toList();
    answer.signIn().close();
    wrong.forEach(problem -> asked.accept(problem.field()));
    return wrong.isEmpty();
  }

  /**
   * Goes on only with a server whose certificate is trusted, asking where nobody knows it.
   *
   * @param problem hears why it cannot be trusted, or that the person said no
   */
  void trusted(Runnable onward, Consumer<Problem> problem) {
    String where = url.get().strip();
    desk.background()
        .run(cancellation -> desk.services().look(where))
        .onSuccess(
            look -> {
              switch (look) {
                case ServerLook.Trusted trusted -> onward.run();
                case ServerLook.AskFirst ask -> ask(where, ask, ask.fingerprint(), onward, problem);
                case ServerLook.Changed change -> ask(where, change, change.now(), onward, problem);
                case ServerLook.Refused(Problem reason) -> problem.accept(reason);
              }
            })
        .onProblem(problem);
  }

  /** A sign-in that was refused belongs to the token where one was given. */
  Problem besideItsAnswer(Problem problem) {
    boolean ofSignIn = List.of("where.user", "where.password").contains(problem.field());
    return byToken.get() && ofSignIn ? problem.at("where.token") : problem;
  }

  /** Takes over how another one signs in, secrets included. */
  void takeOver(UploadModel other) {
    byToken.set(other.byToken.get());
    user.set(other.user.get());
    password.set(other.password.get());
    token.set(other.token.get());
  }

  /** Takes an answer over, its secret included. */
  void fill(UploadAnswer known) {
    wanted.set(true);
    url.set(known.url());
    port.set(String.valueOf(known.tlsPort()));
    switch (known.signIn()) {
      case UploadAnswer.UserPassword(String name, Secret secret) -> {
        user.set(name);
        take(secret, password);
      }
      case UploadAnswer.Token(Secret secret) -> {
        byToken.set(true);
        take(secret, token);
      }
    }
  }

  static void take(Secret secret, StringProperty field) {
    field.set(secret.useText(words -> words));
  }

  /** Forgets password and token, and signs out where a sign-in is being tried. */
  void wipe() {
    signingIn.ifPresent(Background.Running::cancel);
    password.set("");
    token.set("");
  }

  private void ask(
      String where,
      ServerLook look,
      Fingerprint fingerprint,
      Runnable onward,
      Consumer<Problem> problem) {
    Runnable yes =
        () ->
            desk.background()
                .run(
                    cancellation -> {
                      desk.services().agree(where, fingerprint);
                      return fingerprint;
                    })
                .onSuccess(known -> onward.run())
                .onProblem(problem);
    Runnable no = () -> problem.accept(Problem.of("where.url", "where.trust.no", shown(where)));
    asker.get().ask(shown(where), look, yes, no);
  }

  private static String shown(String where) {
    return switch (ServerAddress.read(where)) {
      case Checked.Good<URI>(URI address, var _) ->
          HostText.both(address.getHost()) + ":" + address.getPort();
      case Checked.Bad<URI> _ -> where;
    };
  }

  private void signIn() {
    UploadAnswer answer = typed();
    signingIn =
        Optional.of(
            desk.background()
                .run(cancellation -> desk.services().testSignIn(answer, cancellation))
                .mustEnd()
                .onSuccess(signedIn -> trial.set(new Trial.Worked(signedIn)))
                .onProblem(problem -> trial.set(new Trial.Failed(problem)))
                .andFinally(answer.signIn()::close));
  }

  private UploadAnswer typed() {
    SignIn signIn =
        byToken.get()
            ? new UploadAnswer.Token(Secret.ofText(token.get()))
            : new UploadAnswer.UserPassword(user.get(), Secret.ofText(password.get()));
    return new UploadAnswer(url.get(), signIn, portNumber());
  }

  private int portNumber() {
    return port.get().strip().matches("\\d{1,5}") ? Integer.parseInt(port.get().strip()) : 0;
  }

  private void answered() {
    trial.set(new Trial.None());
    changed.run();
  }

  /** Asks a person about a certificate; the answer offered is no. */
  @FunctionalInterface
  public interface Asker {
    /**
     * Calls one of the two.
     *
     * @param server who was asked, an international name in both its forms
     */
    void ask(String server, ServerLook look, Runnable yes, Runnable no);
  }

  /** A trial sign-in. */
  public sealed interface Trial {
    /** None since the last change. */
    record None() implements Trial {}

    /** Under way. */
    record Trying() implements Trial {}

    /** It worked. */
    record Worked(SignedIn signedIn) implements Trial {}

    /** It did not. */
    record Failed(Problem problem) implements Trial {}
  }
}
