package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.settings.Settings;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.Services;
import io.github.certwright.wizard.control.Picker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX and opens the window; the program ends with its last window. */
public final class Launch {
  // Kept, because java.util.logging forgets the level of a logger nobody holds.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Launch() {}

  /**
   * What the window works with.
   *
   * @param documents where people keep their own files
   */
  public record Prepared(
      Text text, Settings settings, Services services, Clock clock, Path documents) {}

  /**
   * Opens the window and returns.
   *
   * @param prepare reads the settings and the like, while the window is under way
   * @param file a client kit with which the window was opened, if any
   * @param failed hears, on the window's thread, why there is no window after all; without one
   *     nobody could end the program
   * @throws ProblemException when there is no display
   */
  public static void open(
      Supplier<Prepared> prepare, Optional<Path> file, Consumer<Throwable> failed)
      throws ProblemException {
    open(
        prepare,
        wizard -> {
          file.ifPresent(wizard::begin);
          wizard.prepare();
        },
        failed);
  }

  /**
   * Opens the window, walks through pages without changing anything, and calls {@code end}; made
   * for recording what a start loads, which may then be kept beside the program.
   *
   * @param most how many jobs are walked through, from the first one on
   * @throws ProblemException when there is no display
   * @throws IOException when JavaFX cannot be read
   * @throws ClassNotFoundException when JavaFX is not whole
   */
  public static void rehearse(
      Supplier<Prepared> prepare, int most, Runnable end, Consumer<Throwable> failed)
      throws ProblemException, IOException, ClassNotFoundException {
    Toolkit.load();
    open(prepare, wizard -> wizard.walk(most, end), failed);
  }

  private static void open(
      Supplier<Prepared> prepare, Consumer<Wizard> opened, Consumer<Throwable> failed)
      throws ProblemException {
    Executor workers = Background.workers();
    Supplier<Prepared> prepared = Background.ahead(workers, prepare);
    // JavaFX warns of being on the class path, which is what we want:
    // https://bugs.openjdk.org/browse/JDK-8256362.
    JAVAFX.setLevel(Level.SEVERE);
    try {
      Platform.startup(() -> show(prepared, workers, opened, failed));
    } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
      throw new ProblemException(
          Problem.of("", "wizard.display.missing").withDetail(e.toString()), e);
    }
  }

  private static void show(
      Supplier<Prepared> prepared,
      Executor workers,
      Consumer<Wizard> opened,
      Consumer<Throwable> failed) {
    try {
      Prepared with = prepared.get();
      Stage stage = new Stage();
      Picker picker = Picker.ofSystem(() -> stage, with.documents());
      Wizard wizard =
          new Wizard(
              stage, with.text(), with.settings(), with.services(), picker, workers, with.clock());
      wizard.show();
      opened.accept(wizard);
    } catch (RuntimeException | Error e) {
      failed.accept(e);
    }
  }
}
