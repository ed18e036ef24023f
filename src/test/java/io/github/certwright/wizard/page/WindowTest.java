package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.settings.PastJob;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.Theme;
import io.github.certwright.testing.NeedsTheWindow;
import io.github.certwright.testing.PromptRobot;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Background;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.MemoryStore;
import io.github.certwright.wizard.Pictures;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.Mnemonic;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.util.WaitForAsyncUtils;

/** A real window on a made-up world, driven by a robot. */
@NeedsTheWindow
abstract class WindowTest extends PromptRobot {
  final FakeServices services = new FakeServices();
  final Settings settings = Settings.open(new MemoryStore());
  final FixedPicker picker = new FixedPicker();
  private final ExecutorService workers = Background.workers();
  Wizard wizard;
  Stage stage;

  @Override
  protected void start(Stage shown) throws Exception {
    stage = shown;
    settings.update(
        data ->
            data.withPreferences(data.preferences().withTheme(Theme.LIGHT))
                .withJob(
                    new PastJob(
                        "old.example.com",
                        FakeServices.NOW.minus(Duration.ofDays(780)),
                        FakeServices.NOW.plus(Duration.ofDays(45)),
                        "/home/anna/old",
                        "00"))
                .withJob(
                    new PastJob(
                        "twcloud.example.com",
                        FakeServices.NOW.minus(Duration.ofDays(9)),
                        FakeServices.NOW.plus(Duration.ofDays(823)),
                        "/home/anna/new",
                        "00")));
    wizard =
        new Wizard(
            shown,
            new Text(Locale.UK, ZoneOffset.UTC),
            settings,
            services,
            picker,
            this::work,
            Clock.fixed(FakeServices.NOW, ZoneOffset.UTC));
    wizard.show();
  }

  /** Whatever a page of a finished test still thinks of is not begun. */
  private void work(Runnable task) {
    try {
      workers.execute(task);
    } catch (RejectedExecutionException e) {
      if (!workers.isShutdown()) {
        throw e;
      }
    }
  }

  @AfterEach
  void stopWorkers() {
    workers.shutdownNow();
  }

  /** Waits until the page with this heading is shown and can be used. */
  void page(String heading) {
    until(() -> lookup("#title").<Labeled>query().getText().equals(heading));
    settle();
  }

  void until(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> seen(condition));
    } catch (TimeoutException e) {
      Pictures.save(onWindow(() -> Pictures.take(stage.getScene())), "failure");
      throw new AssertionError("It never came to that.", e);
    }
  }

  private static boolean seen(BooleanSupplier condition) {
    return onWindow(condition::getAsBoolean);
  }

  /** Presses Alt and a letter, once the page knows it. */
  void alt(KeyCode letter) {
    until(() -> targets(letter).size() == 1);
    push(KeyCode.ALT, letter);
  }

  private List<Node> targets(KeyCode letter) {
    String small = letter.getName().toLowerCase(Locale.ROOT);
    KeyEvent pressed =
        new KeyEvent(KeyEvent.KEY_PRESSED, small, small, letter, false, false, true, false);
    return stage.getScene().getMnemonics().entrySet().stream()
        .filter(entry -> entry.getKey().match(pressed))
        .flatMap(entry -> entry.getValue().stream())
        .map(Mnemonic::getNode)
        .filter(PromptRobot::isSeen)
        .toList();
  }

  /** Two things that answer to one letter would only pass the keyboard to and fro. */
  private void lettersAreUnambiguous() {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      assertThat(targets(KeyCode.getKeyCode(String.valueOf(letter))))
          .as("Alt+" + letter)
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  /** Takes the page with large text, under its name. */
  void largePicture(String name) {
    interact(() -> wizard.look().textPercentProperty().set(150));
    windowPicture(name + "-150", stage.getScene().getRoot());
    interact(() -> wizard.look().textPercentProperty().set(100));
  }

  /** Takes the page in light and dark, under its name. */
  void picture(String name) {
    lettersAreUnambiguous();
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      interact(() -> wizard.look().themeProperty().set(theme));
      WritableImage image = onWindow(() -> Pictures.take(stage.getScene()));
      Pictures.save(image, name + (theme == Theme.DARK ? "-dark" : "-light"));
    }
    interact(() -> wizard.look().themeProperty().set(Theme.LIGHT));
  }

  /** Takes the small window in which a node stands. */
  void windowPicture(String name, Node inside) {
    settle();
    Pictures.save(onWindow(() -> Pictures.take(inside.getScene())), name);
  }

  Node focused() {
    return stage.getScene().getFocusOwner();
  }

  /** Whether a node stands between the heading and the bar of buttons. */
  boolean isInView(Node node) {
    Bounds place = node.localToScene(node.getLayoutBounds());
    Bounds bar = lookup("#next").query().localToScene(lookup("#next").query().getLayoutBounds());
    return place.getMinY() > 0 && place.getMaxY() < bar.getMinY();
  }

  void focusIs(String id) {
    until(() -> focused() != null && id.equals(focused().getId()));
    assertThat(focused().getId()).isEqualTo(id);
  }
}
