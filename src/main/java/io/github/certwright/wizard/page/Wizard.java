package io.github.certwright.wizard.page;

import io.github.certwright.settings.Settings;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.FxGuard;
import io.github.certwright.wizard.GuardedServices;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Look;
import io.github.certwright.wizard.MainWindow;
import io.github.certwright.wizard.Services;
import io.github.certwright.wizard.Shell;
import io.github.certwright.wizard.Unexpected;
import io.github.certwright.wizard.control.Drops;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Puts the window together: every job that can be done, and the frame around it. */
public final class Wizard {
  private final Look look;
  private final Shell shell;
  private final MainWindow window;
  private final StartModel past;
  private final List<JobList.FileAct> files;
  private final JobList jobs;

  /**
   * Called on the window's thread.
   *
   * @param picker lets the person choose folders and files
   * @param workers where slow work runs
   */
  public Wizard(
      Stage stage,
      Text text,
      Settings settings,
      Services services,
      Picker picker,
      Executor workers,
      Clock clock) {
    look = new Look(settings.current().preferences());
    Dialogs dialogs = new Dialogs(text, look);
    Unexpected unexpected = new Unexpected(text, dialogs);
    FxGuard guard = new FxGuard(Platform::isFxApplicationThread);
    Background background = new Background(workers, Platform::runLater, guard, unexpected::show);
    Desk desk = new Desk(text, background, new GuardedServices(services, guard), settings, clock);
    jobs = new JobList(desk, dialogs, picker, this::open);
    past = new StartModel(desk);
    StartPage start =
        new StartPage(desk, past, jobs.cards(), jobs.waiting(), jobs.recent(), dialogs);
    files = jobs.files();
    shell = new Shell(text, look, dialogs, start::content, past::whenIdle);
    Drops.accept(
        shell.root(),
        files -> !files.isEmpty() && (shell.atStart() ? begins(files) : shell.onDrop().isPresent()),
        this::dropped);
    window = new MainWindow(desk, look, shell, dialogs, stage);
    Thread.currentThread().setUncaughtExceptionHandler((thread, cause) -> unexpected.show(cause));
  }

  /** Sends again what a job of the past made. */
  void sendAgain(Path folder, String server) {
    jobs.sendAgain(folder, server);
  }

  /** Shows the window, and puts right in the background what a crash left. */
  public void show() {
    window.show();
    past.recover();
  }

  /** Makes the first opening of pages quick, as soon as somebody is at the window. */
  public void prepare() {
    new Preparation(jobs::usual, shell::atStart, look).awaitSomebodyAt(shell.root());
  }

  /**
   * Starts the job that a file begins, as if it had been dropped on the start page; nothing when it
   * begins none.
   */
  public void begin(Path file) {
    act(file).ifPresent(start -> start.accept(file));
  }

  /** A file dropped on the start page starts its job; otherwise the page seen takes it. */
  void dropped(Path file) {
    if (shell.atStart()) {
      begin(file);
    } else {
      shell.onDrop().ifPresent(take -> take.accept(file));
    }
  }

  /** Walks through jobs and turns back before anything is changed; then calls {@code end}. */
  void walk(int most, Runnable end) {
    new PageWalk(shell, most, end).begin();
  }

  /** Colours and text size. */
  public Look look() {
    return look;
  }

  /** One job may lead to another, which then takes its place. */
  private void open(Job job) {
    if (!shell.atStart()) {
      shell.leave();
    }
    shell.open(job);
  }

  private boolean begins(List<Path> files) {
    return files.size() == 1 && act(files.getFirst()).isPresent();
  }

  private Optional<Consumer<Path>> act(Path file) {
    return files.stream()
        .filter(each -> each.fits().test(file))
        .map(JobList.FileAct::open)
        .findFirst();
  }
}
