package io.github.certwright.wizard.control;

import io.github.certwright.text.Text;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A password: hidden, with a button that shows it and a hint while caps lock is on. */
public final class SecretField extends VBox {
  private final PasswordField hidden = new PasswordField();
  private final TextField open = new TextField();
  private final ToggleButton show = new ToggleButton();
  private final Label caps = new Label();

  public SecretField(Text text, StringProperty secret) {
    hidden.textProperty().bindBidirectional(secret);
    open.textProperty().bindBidirectional(secret);
    open.getStyleClass().add("monospaced");
    open.accessibleTextProperty().bind(hidden.accessibleTextProperty());
    open.accessibleHelpProperty().bind(hidden.accessibleHelpProperty());
    show.setGraphic(Icons.small(Feather.EYE));
    show.getStyleClass().addAll("flat", "button-icon");
    show.setAccessibleText(text.of("passwords.show.label"));
    caps.setText(text.of("passwords.caps"));
    caps.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    caps.getStyleClass().add("caps-lock");
    StackPane both = new StackPane(hidden, open);
    HBox.setHgrow(both, Priority.ALWAYS);
    HBox row = new HBox(both, show);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("joined");
    getStyleClass().add("secret-field");
    getChildren().addAll(row, caps);
    show.selectedProperty().subscribe(this::reveal);
    addEventFilter(KeyEvent.KEY_RELEASED, event -> lookAtCapsLock());
    MouseHeld.watch(this);
    hidden.focusedProperty().subscribe(_ -> MouseHeld.whenLetGo(this, this::lookAtCapsLock));
    open.focusedProperty().subscribe(_ -> MouseHeld.whenLetGo(this, this::lookAtCapsLock));
  }

  /** The node that takes the keyboard. */
  public TextField input() {
    return hidden;
  }

  /** Shows or hides the password. */
  public void setShown(boolean shown) {
    show.setSelected(shown);
  }

  private void reveal(boolean shown) {
    boolean typing = hidden.isFocused() || open.isFocused();
    show.setGraphic(Icons.small(shown ? Feather.EYE_OFF : Feather.EYE));
    hidden.setVisible(!shown);
    open.setVisible(shown);
    if (typing) {
      (shown ? open : hidden).requestFocus();
    }
  }

  private void lookAtCapsLock() {
    Optional<Boolean> locked = Platform.isKeyLocked(KeyCode.CAPS);
    boolean say = locked.orElse(false) && (hidden.isFocused() || open.isFocused());
    caps.setVisible(say);
    caps.setManaged(say);
  }
}
