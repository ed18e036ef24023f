package io.github.certwright.wizard;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Spoken;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Help and appearance on the left; why next is shut, cancel, back and next on the right. */
final class FootBar extends VBox {
  // Two backgrounds that look the same, by turns, so that the whole bar is painted anew: otherwise
  // the upper edge of a button that goes away stays on the screen (seen on Linux, JavaFX 26).
  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

  private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

  /** A little less than two lines, because words do not fill a line. */
  private static final double LINES = 1.7;

  private final Text text;
  private final Button help;
  private final Button cancel;
  private final Button back;
  private final Button next;
  private boolean fresh;
  private final Label reason = new Label();
  private final Region room = new Region();
  private final HBox row;

  FootBar(Text text, Look look) {
    this.text = text;
    help = button("wizard.help");
    cancel = button("wizard.cancel");
    back = button("wizard.back");
    next = button("wizard.next");
    next.getStyleClass().add("accent");
    next.setDefaultButton(true);
    help.setId("help");
    cancel.setId("cancel");
    back.setId("back");
    next.setId("next");
    reason.getStyleClass().add("reason");
    reason.setId("reason");
    reason.setWrapText(true);
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.setMaxWidth(Double.MAX_VALUE);
    reason.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(room, Priority.ALWAYS);
    row = new HBox(help, new AppearanceMenu(text, look), room, cancel, back, next);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("foot-row");
    getStyleClass().add("foot");
    getChildren().add(row);
    row.widthProperty().addListener((value, before, now) -> Platform.runLater(this::place));
    next.widthProperty().addListener((value, before, now) -> Platform.runLater(this::place));
    place();
  }

  /** Beside the buttons where that takes two lines at most, and above them otherwise. */
  private void place() {
    double left = left();
    boolean beside = reason.getText().isEmpty() || reason.prefWidth(-1) <= LINES * left;
    if (beside == row.getChildren().contains(reason) && reason.getParent() != null) {
      return;
    }
    row.getChildren().remove(reason);
    getChildren().remove(reason);
    room.setManaged(!beside);
    if (beside) {
      row.getChildren().add(row.getChildren().indexOf(room), reason);
    } else {
      getChildren().addFirst(reason);
    }
  }

  /** What the buttons leave of the width. */
  private double left() {
    double taken =
        row.getChildren().stream()
            .filter(Node::isManaged)
            .filter(node -> !node.equals(reason) && !node.equals(room))
            .mapToDouble(node -> node.prefWidth(-1) + row.getSpacing())
            .sum();
    return row.getWidth() - taken;
  }

  Button help() {
    return help;
  }

  Button cancel() {
    return cancel;
  }

  Button back() {
    return back;
  }

  Button next() {
    return next;
  }

  /** Names and shows the buttons that a page needs. */
  void fit(PageButtons buttons) {
    name(next, buttons.nextStem());
    name(cancel, buttons.cancelStem());
    name(back, buttons.backStem());
    fresh = !fresh;
    pseudoClassStateChanged(FRESH, fresh);
  }

  /** Says why next is shut; nothing when it is open. */
  void reason(String words) {
    say(words, null);
  }

  /** Says what is waited for before the next page comes. */
  void moment(String words) {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    say(words, wheel);
  }

  private void say(String words, Node graphic) {
    reason.setText(words);
    reason.setGraphic(graphic);
    reason.pseudoClassStateChanged(BUSY, graphic != null);
    Spoken.help(next, words);
    place();
  }

  private void name(Button button, String stem) {
    button.setVisible(!stem.isEmpty());
    button.setManaged(!stem.isEmpty());
    if (!stem.isEmpty()) {
      label(button, stem);
    }
  }

  private Button button(String stem) {
    Button button = new Button();
    button.setMnemonicParsing(true);
    button.setMinWidth(Region.USE_PREF_SIZE);
    label(button, stem);
    return button;
  }

  private void label(Button button, String stem) {
    button.setText(text.of(stem + ".label"));
    button.setAccessibleText(Spoken.plain(button.getText()));
  }
}
