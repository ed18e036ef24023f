package io.github.certwright.wizard;

import io.github.certwright.settings.Preferences;
import io.github.certwright.settings.Settings;
import io.github.certwright.settings.WindowPlace;
import io.github.certwright.text.Text;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.controlsfx.control.decoration.Decorator;
import org.controlsfx.control.decoration.StyleClassDecoration;

/** The one window: its scene, its place, and what is remembered of it. */
public final class MainWindow {
  private final Desk desk;
  private final Look look;
  private final Shell shell;
  private final Dialogs dialogs;
  private final Stage stage;

  public MainWindow(Desk desk, Look look, Shell shell, Dialogs dialogs, Stage stage) {
    this.desk = desk;
    this.look = look;
    this.shell = shell;
    this.dialogs = dialogs;
    this.stage = stage;
  }

  /** Shows the window with the start page. */
  public void show() {
    Text text = desk.text();
    Scene scene = new Scene(shell.root());
    look.dress(scene.getStylesheets());
    TextSizeKeys.install(scene, look);
    stage.setScene(scene);
    // With the first decoration ControlsFX puts a pane of its own around the content, and labels
    // that are seen at that moment lose their letters (ControlsFX, ImplUtils.injectAsRootPane).
    Decorator.addDecoration(shell.root(), new StyleClassDecoration("window-content"));
    stage.setTitle(text.of("wizard.window.title"));
    WindowMemory.restore(stage, desk.settings().current().preferences().window());
    dialogs.belongTo(stage);
    stage.setOnCloseRequest(this::closing);
    look.themeProperty()
        .addListener((value, before, now) -> remember(known -> known.withTheme(now)));
    look.textPercentProperty()
        .addListener(
            (value, before, now) -> remember(known -> known.withTextPercent(now.intValue())));
    shell.showStart();
    stage.show();
    // The window comes first: to unpack the pictures takes longer than to lay out the page.
    Platform.runLater(() -> stage.getIcons().setAll(AppIcon.all()));
    desk.settings().notices().forEach(dialogs::tell);
  }

  private void closing(WindowEvent event) {
    event.consume();
    shell.closing(this::close);
  }

  private void close() {
    shell.leave();
    WindowPlace place = WindowMemory.placeOf(stage);
    remember(known -> known.withWindow(place))
        .andFinally(() -> desk.background().whenEnded(stage::hide));
  }

  private Background.Running<Settings> remember(UnaryOperator<Preferences> change) {
    return desk.background()
        .run(
            cancellation -> {
              desk.settings()
                  .update(data -> data.withPreferences(change.apply(data.preferences())));
              return desk.settings();
            });
  }
}
