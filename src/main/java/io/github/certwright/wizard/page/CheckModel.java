package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Sentence;
import io.github.certwright.check.HostPort;
import io.github.certwright.problem.Problem;
import io.github.certwright.secret.Secret;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.PageModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is to be checked, the check while it runs, and what it found. */
public final class CheckModel extends PageModel {
  static final String WHAT = "checking.what";
  private static final int MOST_RECENT = 5;
  private static final String USUAL_PORT = ":" + HostPort.DEFAULT_PORT;

  private final Desk desk;
  private final StringProperty what = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final BooleanProperty stopped = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<CheckReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Background.Running<CheckReport>> work = Optional.empty();
  private Runnable onEntered = () -> {};

  public CheckModel(Desk desk) {
    super("checking.page");
    this.desk = desk;
    what.addListener(
        (value, before, typed) -> {
          fromOutside(List.of());
          password.set("");
          stopped.set(false);
          refresh();
        });
    refresh();
  }

  /** A server's address, or the path of a file or a tool's folder. */
  public StringProperty whatProperty() {
    return what;
  }

  /** Opens the file, where its password is needed. */
  public StringProperty passwordProperty() {
    return password;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the last check was stopped before its end. */
  public BooleanProperty stoppedProperty() {
    return stopped;
  }

  /** What is being looked at, in a sentence. */
  public ReadOnlyStringProperty nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** What the last check found; empty before. */
  public ReadOnlyObjectProperty<Optional<CheckReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Servers known from earlier, as they would be typed, the last one first. */
  public List<String> recent() {
    Set<String> all = new LinkedHashSet<>();
    List<String> seen = List.copyOf(desk.settings().current().seen().keySet());
    seen.reversed().forEach(at -> all.add(typed(at)));
    desk.settings().current().history().forEach(job -> all.add(mainName(job.server())));
    all.remove("");
    return all.stream().limit(MOST_RECENT).toList();
  }

  /** Begins when the page is seen for the first time. */
  void beginWith(String typed, Runnable begin) {
    what.set(typed);
    onEntered = begin;
  }

  /**
   * Looks, with the password where one was given; a check that still runs is given up.
   *
   * @param then follows when something was found out
   */
  void look(Runnable then) {
    work.ifPresent(Background.Running::cancel);
    running.set(true);
    stopped.set(false);
    now.set("");
    String typed = what.get().strip();
    Secret opening = Secret.ofText(password.get());
    Background.Running<CheckReport> mine =
        desk.background()
            .run(
                cancellation ->
                    desk.services()
                        .checks()
                        .look(
                            typed,
                            Optional.of(opening).filter(given -> !given.isEmpty()),
                            this::hear,
                            cancellation));
    work = Optional.of(mine);
    mine.onSuccess(
            found -> {
              ended();
              report.set(Optional.of(found));
              then.run();
            })
        .onProblem(
            problem -> {
              ended();
              left(WHAT);
              fromOutside(List.of(problem.at(WHAT)));
            })
        .andFinally(opening::close);
  }

  /** Gives the check up. */
  public void stop() {
    work.ifPresent(Background.Running::cancel);
    if (running.get()) {
      ended();
      stopped.set(true);
    }
  }

  /** Forgets the password and stops. */
  void close() {
    password.set("");
    stop();
  }

  @Override
  public void entered() {
    Runnable begin = onEntered;
    onEntered = () -> {};
    begin.run();
  }

  @Override
  protected List<Problem> check() {
    return what.get().isBlank()
        ? List.of(Problem.of(WHAT, "checking.what.problem.empty"))
        : List.of();
  }

  @Override
  protected void leave(Runnable onward) {
    setLeaving(true);
    look(onward);
  }

  private void ended() {
    running.set(false);
    setLeaving(false);
    work = Optional.empty();
  }

  private void hear(Sentence sentence) {
    String words = desk.text().of(sentence.key(), sentence.args().toArray());
    desk.background().toWindow(() -> now.set(words));
  }

  /** The first of the names that a job of the past is remembered by. */
  static String mainName(String names) {
    return names.split(",", -1)[0].strip();
  }

  private static String typed(String place) {
    return place.endsWith(USUAL_PORT)
        ? place.substring(0, place.length() - USUAL_PORT.length())
        : place;
  }
}
