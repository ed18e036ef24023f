package io.github.certwright.wizard.page;

import io.github.certwright.run.Progress.State;
import io.github.certwright.run.Progress.StepReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** "Creating the secure connection": each step as it happens. */
public final class ProgressPage implements Page {
  private final Text text;
  private final ProgressModel model;
  private final Dialogs dialogs;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label elapsed = Sentences.hint("");
  private final VBox steps = new VBox();
  private final VBox content;

  public ProgressPage(Text text, ProgressModel model, Dialogs dialogs) {
    this.text = text;
    this.model = model;
    this.dialogs = dialogs;
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setId("bar");
    bar.setFocusTraversable(true);
    bar.progressProperty().bind(model.fractionProperty());
    bar.setAccessibleText(text.of("progress.bar.label"));
    steps.getStyleClass().add("sentence-list");
    content = Layouts.page(Layouts.stack(bar, elapsed), steps);
    model.steps().addListener(this::show);
    Timeline clock =
        new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> sayTime()));
    clock.setCycleCount(Animation.INDEFINITE);
    model
        .runningProperty()
        .subscribe(
            running -> {
              sayTime();
              if (running) {
                clock.playFromStart();
              } else {
                clock.stop();
                dialogs.withdraw();
              }
            });
    model.stoppingProperty().subscribe(_ -> sayTime());
  }

  @Override
  public PageModel model() {
    return model;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public Node firstFocus() {
    return bar;
  }

  @Override
  public PageButtons buttons() {
    return new PageButtons("", "", "progress.stop");
  }

  @Override
  public Optional<Consumer<Runnable>> stopper() {
    return model.runningProperty().get() ? Optional.of(model::stop) : Optional.empty();
  }

  @Override
  public Optional<Runnable> ownCancel() {
    return Optional.of(
        () ->
            dialogs.ask(
                "progress.ask", "progress.ask.yes", "progress.ask.no", this::stopIfStillRunning));
  }

  private void stopIfStillRunning() {
    if (model.runningProperty().get()) {
      model.stop();
    }
  }

  private void sayTime() {
    Duration time = model.runningProperty().get() ? model.elapsed() : Duration.ZERO;
    String clock = "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    elapsed.setText(
        model.stoppingProperty().get()
            ? text.of("progress.stopping")
            : text.of("progress.elapsed", clock));
  }

  /** Draws only what changed: a hundred tools are a hundred lines, and each is told of twice. */
  private void show(ListChangeListener.Change<? extends StepReport> change) {
    while (change.next()) {
      int from = change.getFrom();
      steps.getChildren().remove(from, from + change.getRemovedSize());
      steps
          .getChildren()
          .addAll(from, change.getAddedSubList().stream().map(step -> line(step)).toList());
    }
    model.steps().stream()
        .filter(step -> step.state() == State.RUNNING)
        .findFirst()
        .ifPresent(step -> Spoken.help(bar, sentence(step)));
  }

  private String sentence(StepReport step) {
    return text.of(step.step().key(), step.step().args().toArray());
  }

  private Node line(StepReport step) {
    Label words = Sentences.plain(sentence(step));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(icon(step.state()), words);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().addAll("icon-line", "sentence", step.state().word());
    line.setAccessibleText(text.of(spoken(step.state()), words.getText()));
    return line;
  }

  private static Node icon(State state) {
    return switch (state) {
      case RUNNING -> {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("small-wheel");
        yield wheel;
      }
      case WAITING -> coloured(Feather.CIRCLE, "quiet");
      case DONE -> coloured(Feather.CHECK_CIRCLE, "good");
      case FAILED -> coloured(Feather.X_CIRCLE, "bad");
      case UNDONE -> coloured(Feather.ROTATE_CCW, "quiet");
      case SKIPPED -> coloured(Feather.MINUS_CIRCLE, "quiet");
    };
  }

  private static String spoken(State state) {
    return switch (state) {
      case WAITING -> "progress.state.waiting";
      case RUNNING -> "progress.state.running";
      case DONE -> "progress.state.done";
      case FAILED -> "progress.state.failed";
      case UNDONE -> "progress.state.undone";
      case SKIPPED -> "progress.state.skipped";
    };
  }

  private static Node coloured(Feather feather, String colour) {
    FontIcon icon = Icons.small(feather);
    icon.getStyleClass().add(colour);
    return icon;
  }
}
