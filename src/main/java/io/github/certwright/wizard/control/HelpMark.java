package io.github.certwright.wizard.control;

import io.github.certwright.text.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;

/** A question mark beside a term; opens a short explanation, closed again by Esc. */
public final class HelpMark extends Button {
  private final PopOver explanation = new PopOver();

  /**
   * @param stem message stem of the term: {@code .title} and {@code .text}
   */
  public HelpMark(Text text, String stem) {
    setGraphic(Icons.small(Feather.HELP_CIRCLE));
    getStyleClass().addAll("help-mark", "flat", "button-icon");
    String title = text.of(stem + ".title");
    setAccessibleText(text.of("wizard.explain.label", title));
    setAccessibleHelp(text.of(stem + ".text"));
    Label heading = Sentences.heading(title);
    Label body = Sentences.plain(text.of(stem + ".text"));
    VBox box = new VBox(heading, body);
    box.getStyleClass().add("explanation");
    explanation.setContentNode(box);
    explanation.setArrowLocation(ArrowLocation.TOP_LEFT);
    explanation.setDetachable(false);
    explanation.setAnimated(false);
    explanation.setHideOnEscape(true);
    setOnAction(event -> toggle());
  }

  private void toggle() {
    if (explanation.isShowing()) {
      explanation.hide();
    } else {
      explanation.show(this);
    }
  }
}
