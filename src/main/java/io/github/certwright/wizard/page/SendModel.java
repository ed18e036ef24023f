package io.github.certwright.wizard.page;

import io.github.certwright.answers.Checks;
import io.github.certwright.answers.ServerAddress;
import io.github.certwright.answers.UploadAnswer;
import io.github.certwright.plan.Plan.PlannedUpload;
import io.github.certwright.problem.Checked;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.SendOrder;
import io.github.certwright.run.UploadJob;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which keystore is sent, what opens it, where to and as whom. */
final class SendModel extends PageModel {
  static final String KEYSTORE = "upload.keystore";
  static final String PASSWORD = "send.password";

  private final Desk desk;
  private final StringProperty keystore = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty passwordKept = new SimpleBooleanProperty();
  private final UploadModel upload;
  private Optional<UploadJob.Keystore> opened = Optional.empty();
  private List<Problem> fromServer = List.of();

  SendModel(Desk desk) {
    super("send.page");
    this.desk = desk;
    upload = new UploadModel(desk, this::answered, this::left);
    upload.wantedProperty().set(true);
    keystore.addListener((value, before, now) -> keystoreChanged());
    password.addListener((value, before, now) -> answered());
    refresh();
  }

  StringProperty keystoreProperty() {
    return keystore;
  }

  StringProperty passwordProperty() {
    return password;
  }

  /** Whether the keystore's password stands in a file beside it and need not be typed. */
  BooleanProperty passwordKeptProperty() {
    return passwordKept;
  }

  UploadModel upload() {
    return upload;
  }

  /** Recalls what a job of the past made, and where it is sent. */
  void recall(Path folder, String server) {
    desk.background()
        .run(cancellation -> desk.services().sends().recall(folder, server))
        .onSuccess(this::fill);
  }

  /** Fills in what is known; the person may change it. */
  void fill(SendOrder order) {
    keystore.set(order.keystore().toString());
    passwordKept.set(order.passwordKept());
    upload.urlProperty().set(order.url());
    upload.userProperty().set(order.user());
    upload.portProperty().set(String.valueOf(order.tlsPort()));
    refresh();
  }

  /** The keystore, once the page was left. */
  Optional<UploadJob.Keystore> opened() {
    return opened;
  }

  /** What will be sent, once the page was left. */
  Optional<PlannedUpload> planned() {
    return opened.flatMap(_ -> upload.answer()).flatMap(SendModel::planned);
  }

  private static Optional<PlannedUpload> planned(UploadAnswer answer) {
    try (UploadAnswer.SignIn signIn = answer.signIn()) {
      String user =
          switch (signIn) {
            case UploadAnswer.UserPassword named -> named.user();
            case UploadAnswer.Token _ -> "";
          };
      return switch (ServerAddress.read(answer.url())) {
        case Checked.Good<URI>(URI url, var _) ->
            Optional.of(new PlannedUpload(url, user, answer.tlsPort()));
        case Checked.Bad<URI> _ -> Optional.empty();
      };
    }
  }

  /** A copy of the keystore's password, which the caller closes; empty when it stands in a file. */
  Secret keystorePassword() {
    return Secret.ofText(password.get());
  }

  /** Shows what a run met, beside the answers it belongs to. */
  void cameBack(List<Problem> met) {
    fromServer =
        met.stream()
            .filter(problem -> problem.field().startsWith("where.") && problem.stops())
            .map(upload::besideItsAnswer)
            .map(Problem::asWarning)
            .toList();
    fromOutside(fromServer);
  }

  /** Forgets every secret. */
  void wipe() {
    password.set("");
    upload.wipe();
    opened = Optional.empty();
  }

  @Override
  protected List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    if (path().isEmpty()) {
      problems.add(Problem.of(KEYSTORE, "send.keystore.problem.empty"));
    }
    if (password.get().isEmpty() && !passwordKept.get()) {
      problems.add(Problem.of(PASSWORD, "send.password.problem.empty"));
    }
    upload
        .answer()
        .ifPresent(
            answer -> {
              problems.addAll(Checks.upload(answer));
              answer.signIn().close();
            });
    return problems;
  }

  /** Opens the keystore, then makes sure that the server is trusted. */
  @Override
  protected void leave(Runnable onward) {
    setLeaving(true);
    fromOutside(List.of());
    Path file = path().orElseThrow();
    Secret opens = keystorePassword();
    desk.background()
        .run(cancellation -> desk.services().sends().open(file, opens))
        .onSuccess(
            found -> {
              opened = Optional.of(found);
              upload.trusted(
                  () -> {
                    setLeaving(false);
                    onward.run();
                  },
                  problem -> {
                    refused(problem.at("where.url"));
                    upload.pointOut();
                  });
            })
        .onProblem(problem -> refused(problem.at(fieldOf(problem))))
        .andFinally(opens::close);
  }

  private void refused(Problem problem) {
    setLeaving(false);
    fromOutside(List.of(problem.asWarning()));
  }

  private static String fieldOf(Problem problem) {
    return problem.key().equals("keystore.read.problem.wrongPassword") ? PASSWORD : KEYSTORE;
  }

  private Optional<Path> path() {
    try {
      return Optional.of(keystore.get().strip()).filter(typed -> !typed.isEmpty()).map(Path::of);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private void keystoreChanged() {
    passwordKept.set(false);
    answered();
  }

  private void answered() {
    opened = Optional.empty();
    fromOutside(List.of());
    refresh();
  }
}
