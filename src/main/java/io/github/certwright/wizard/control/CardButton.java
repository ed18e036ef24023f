package io.github.certwright.wizard.control;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A large button made of an icon, a title and a sentence. A button of JavaFX does not give wrapped
 * text in its graphic the height it needs, hence a box that behaves like one.
 */
public final class CardButton extends HBox {
  private final Runnable act;

  public CardButton(Node icon, String title, String sentence, Node end, Runnable act) {
    this.act = act;
    Label heading = Sentences.plain(title);
    heading.getStyleClass().add("card-title");
    VBox words = new VBox(heading, Sentences.hint(sentence));
    words.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("card-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getStyleClass().add("job-card");
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(title);
    setAccessibleHelp(sentence);
    getChildren().addAll(icon, words, end);
    setOnMousePressed(event -> requestFocus());
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            act.run();
          }
        });
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            act.run();
          }
        });
  }

  /** Does what a click does. */
  public void press() {
    act.run();
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      act.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
