package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.SecretField;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A page made of fields; its problems stand beside them. */
abstract class FieldsPage implements Page {
  private static final Duration PAUSE_IN_TYPING = Duration.millis(400);

  private final Text text;
  private final PageModel model;
  private final Fields fields;
  private final VBox content = Layouts.page();

  FieldsPage(Text text, PageModel model) {
    this.text = text;
    this.model = model;
    fields = new Fields(text, model.shown(), this::left);
  }

  /** A field has lost the keyboard. */
  void left(String field) {
    model.left(field);
  }

  final Text text() {
    return text;
  }

  final Fields fields() {
    return fields;
  }

  /** Puts the parts of the page in, one below the other. */
  final void show(Node... parts) {
    content.getChildren().setAll(parts);
  }

  @Override
  public final PageModel model() {
    return model;
  }

  @Override
  public final Node content() {
    return content;
  }

  @Override
  public final Node focusFor(String field) {
    return fields.focusFor(field, firstFocus());
  }

  /**
   * A field for the path of a file.
   *
   * @param settle called when typing pauses
   * @param browse called when the person wants to choose
   */
  final Field fileField(
      String stem, TextField input, StringProperty value, Runnable settle, Runnable browse) {
    input.textProperty().bindBidirectional(value);
    HBox.setHgrow(input, Priority.ALWAYS);
    Button button = Layouts.button(text, "where.browse", browse);
    button.setId("browse");
    HBox row = new HBox(input, button);
    row.getStyleClass().add("joined");
    PauseTransition pause = new PauseTransition(PAUSE_IN_TYPING);
    pause.setOnFinished(event -> settle.run());
    value.addListener((property, before, now) -> pause.playFromStart());
    return fields.add(stem, new Field(text, stem, row, input));
  }

  /** A field for a password that is there. */
  final Field secretField(String stem, String id, StringProperty value) {
    SecretField input = new SecretField(text, value);
    input.input().setId(id);
    return fields.add(stem, new Field(text, stem, input, input.input()));
  }
}
