package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;

/** One of several answers, each with its consequence under it. */
final class Choices {
  private Choices() {}

  /**
   * An answer that can be chosen.
   *
   * @param stem message stem: {@code .label} and {@code .help}
   * @param value what is chosen now
   * @param mine what it stands for
   */
  static <T> Node radio(Text text, ToggleGroup group, String stem, Property<T> value, T mine) {
    RadioButton button = new RadioButton(text.of(stem + ".label"));
    button.setId(stem.replace('.', '-'));
    button.setMnemonicParsing(true);
    button.setWrapText(true);
    button.setToggleGroup(group);
    button.setAccessibleText(Spoken.plain(button.getText()));
    button.setAccessibleHelp(text.of(stem + ".help"));
    button.setOnAction(event -> value.setValue(mine));
    value.subscribe(now -> button.setSelected(mine.equals(now)));
    return Layouts.stack(button, Sentences.hint(text.of(stem + ".help")));
  }
}
