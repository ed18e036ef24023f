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
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
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
   * Opens the window and returns.
   *
   * @param documents where people keep their own files
   * @param file a client kit with which the window was opened, if any
   * @throws ProblemException when there is no display
   */
  public static void open(
      Text text,
      Settings settings,
      Services services,
      Clock clock,
      Path documents,
      Optional<Path> file)
      throws ProblemException {
    open(
        text,
        settings,
        services,
        clock,
        documents,
        wizard -> {
          file.ifPresent(wizard::begin);
          wizard.prepare();
        });
  }

  /**
   * Opens the window, walks through all pages without changing anything, and calls {@code end};
   * made for recording what a start loads, which may then be kept beside the program.
   *
   * @throws ProblemException when there is no display
   * @throws IOException when JavaFX cannot be read
   * @throws ClassNotFoundException when JavaFX is not whole
   */
  public static void rehearse(
      Text text, Settings settings, Services services, Clock clock, Path documents, Runnable end)
      throws ProblemException, IOException, ClassNotFoundException {
    Toolkit.load();
    open(text, settings, services, clock, documents, wizard -> wizard.walk(end));
  }

  private static void open(
      Text text,
      Settings settings,
      Services services,
      Clock clock,
      Path documents,
      Consumer<Wizard> opened)
      throws ProblemException {
    // JavaFX warns of being on the class path, which is what we want:
    // https://bugs.openjdk.org/browse/JDK-8256362.
    JAVAFX.setLevel(Level.SEVERE);
    ExecutorService workers = Background.workers();
    try {
      Platform.startup(
          () -> {
            Stage stage = new Stage();
            Picker picker = Picker.ofSystem(() -> stage, documents);
            Wizard wizard = new Wizard(stage, text, settings, services, picker, workers, clock);
            wizard.show();
            opened.accept(wizard);
          });
    } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
      throw new ProblemException(
          Problem.of("", "wizard.display.missing").withDetail(e.toString()), e);
    }
  }
}
