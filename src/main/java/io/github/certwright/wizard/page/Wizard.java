package io.github.certwright.wizard.page;

import io.github.certwright.settings.Settings;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.FxGuard;
import io.github.certwright.wizard.GuardedServices;
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
import org.kordamp.ikonli.feather.Feather;

/** Puts the window together: every job that can be done, and the frame around it. */
public final class Wizard {
  private final Look look;
  private final Shell shell;
  private final MainWindow window;
  private final Consumer<Optional<Path>> setUp;

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
    StartPage start =
        new StartPage(desk, List.of(createCard(desk, dialogs, picker), setUpCard()), dialogs::tell);
    shell = new Shell(text, look, dialogs, start::content);
    setUp = file -> shell.open(SetUpComputer.job(desk, dialogs, picker, file));
    Drops.accept(
        shell.root(),
        file ->
            shell.atStart() ? SourceKind.of(file) == SourceKind.KIT : shell.onDrop().isPresent(),
        this::dropped);
    window = new MainWindow(desk, look, shell, dialogs, stage);
    Thread.currentThread().setUncaughtExceptionHandler((thread, cause) -> unexpected.show(cause));
  }

  /** Shows the window. */
  public void show() {
    window.show();
  }

  /** A kit dropped on the start page starts its job; otherwise the page seen takes the file. */
  void dropped(Path file) {
    if (shell.atStart()) {
      setUp.accept(Optional.of(file));
    } else {
      shell.onDrop().ifPresent(take -> take.accept(file));
    }
  }

  /** Walks through all jobs and turns back before anything is changed; then calls {@code end}. */
  void walk(Runnable end) {
    new PageWalk(shell, end).begin();
  }

  /** Colours and text size. */
  public Look look() {
    return look;
  }

  private StartPage.Card createCard(Desk desk, Dialogs dialogs, Picker picker) {
    return new StartPage.Card(
        "create",
        "start.create",
        Feather.LOCK,
        () -> shell.open(CreateConnection.job(desk, dialogs, picker)));
  }

  private StartPage.Card setUpCard() {
    return new StartPage.Card(
        "setup", "start.setup", Feather.MONITOR, () -> setUp.accept(Optional.empty()));
  }
}
