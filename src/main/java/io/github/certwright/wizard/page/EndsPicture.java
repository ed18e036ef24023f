package io.github.certwright.wizard.page;

import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two ends of a connection with a lock between them, and what is to be said about each. */
final class EndsPicture extends VBox {
  private final StackPane left;
  private final StackPane right;
  private final VBox leftWords = caption();
  private final VBox rightWords = caption();
  private final Region line = new Region();
  private final StackPane lock = new StackPane();

  EndsPicture(Feather leftIcon, Feather rightIcon) {
    left = end(leftIcon);
    right = end(rightIcon);
    getStyleClass().add("connection");
    line.getStyleClass().add("connection-line");
    line.maxWidthProperty().bind(widthProperty().divide(2));
    lock.getStyleClass().add("connection-lock");
    getChildren()
        .addAll(new StackPane(line, halves(left, right), lock), halves(leftWords, rightWords));
  }

  void left(String title, String words, String colour) {
    left.getStyleClass().add(colour);
    say(leftWords, title, words);
  }

  void right(String title, String words, String colour) {
    right.getStyleClass().add(colour);
    say(rightWords, title, words);
  }

  /** Whether the lock between them is shut. */
  void joined(boolean yes) {
    line.getStyleClass().add(yes ? "green" : "dashed");
    lock.getStyleClass().add(yes ? "green" : "grey");
    lock.getChildren().setAll(Icons.large(yes ? Feather.LOCK : Feather.UNLOCK));
  }

  private static void say(VBox caption, String title, String words) {
    caption.getChildren().setAll(centred(Sentences.heading(title)));
    if (!words.isEmpty()) {
      caption.getChildren().add(centred(Sentences.hint(words)));
    }
  }

  private static VBox caption() {
    VBox caption = new VBox();
    caption.setAlignment(Pos.TOP_CENTER);
    return caption;
  }

  private static Label centred(Label label) {
    label.setTextAlignment(TextAlignment.CENTER);
    label.setAlignment(Pos.CENTER);
    return label;
  }

  private static StackPane end(Feather feather) {
    FontIcon icon = Icons.styled(feather);
    icon.getStyleClass().add("icon-picture");
    StackPane box = new StackPane(icon);
    box.getStyleClass().add("connection-end");
    return box;
  }

  private static Node halves(Node first, Node second) {
    GridPane grid = new GridPane();
    for (int i = 0; i < 2; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(50);
      column.setHalignment(HPos.CENTER);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(0, first, second);
    return grid;
  }
}
