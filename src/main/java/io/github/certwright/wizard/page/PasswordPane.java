package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.SecretField;
import io.github.certwright.wizard.control.StrengthBar;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/** A new password with its strength, and its repetition once it is typed by hand. */
final class PasswordPane extends VBox {
  private static final List<String> WORDS =
      List.of(
          "passwords.strength.awful",
          "passwords.strength.weak",
          "passwords.strength.fair",
          "passwords.strength.good",
          "passwords.strength.best");

  private final Text text;

  /**
   * @param stem message stem and field; the repetition's is called the same with {@code Again}
   *     behind it
   */
  PasswordPane(Text text, Fields fields, PasswordHalf half, SecretField secret, String stem) {
    this(text, fields, half, secret, stem, stem + "Again");
  }

  /**
   * @param stem message stem and field
   * @param againStem the repetition's
   */
  PasswordPane(
      Text text,
      Fields fields,
      PasswordHalf half,
      SecretField secret,
      String stem,
      String againStem) {
    this.text = text;
    getStyleClass().add("close");
    Field first = fields.add(stem, new Field(text, stem, secret, secret.input()));
    StrengthBar strength = new StrengthBar();
    half.gradeProperty()
        .subscribe(
            grade ->
                grade.ifPresentOrElse(
                    known ->
                        strength.show(
                            known.score(), text.of(WORDS.get(known.score())), advice(known)),
                    strength::clear));
    SecretField again = new SecretField(text, half.againProperty());
    again.input().setId(againStem);
    Field second = fields.add(againStem, new Field(text, againStem, again, again.input()));
    SourcePage.shownWhen(second, half.madeProperty().map(made -> !made));
    getChildren().addAll(first, strength, second);
  }

  private String advice(PasswordMeter.Grade grade) {
    return grade.advice().stream().map(text::of).collect(Collectors.joining(" "));
  }
}
