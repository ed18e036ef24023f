package io.github.certwright.wizard.control;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An answer: label with mnemonic, control, hint, and its problems in words. */
public final class Field extends VBox {
  private final Text text;
  private final Node focus;
  private String hint;
  private final Label hintLabel;
  private final HBox head;
  private final VBox problems = new VBox();

  /**
   * A field whose control is one node.
   *
   * @param stem message stem: {@code .label} and {@code .help}
   */
  public Field(Text text, String stem, Node control) {
    this(text, stem, control, control);
  }

  /**
   * A field whose control is made of several nodes.
   *
   * @param focus the node that takes the keyboard
   */
  public Field(Text text, String stem, Node control, Node focus) {
    this.text = text;
    this.focus = focus;
    hint = text.of(stem + ".help");
    Label label = Sentences.plain(text.of(stem + ".label"));
    label.setMnemonicParsing(true);
    label.setLabelFor(focus);
    label.getStyleClass().add("field-label");
    keepLetter(label, focus);
    head = new HBox(label);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("field-head");
    problems.getStyleClass().add("problems");
    focus.setAccessibleText(Spoken.plain(text.of(stem + ".label")));
    focus.setAccessibleHelp(hint);
    getStyleClass().add("field");
    getChildren().addAll(head, control);
    hintLabel = Sentences.hint(hint);
    getChildren().addAll(hintLabel, problems);
    show(List.of());
  }

  /**
   * A label puts its letter into the scene of what it is for, at the moment it comes into a scene
   * itself. Standing first, it comes there first, finds no scene yet and never looks again:
   * LabeledSkinBase.sceneChanged in OpenJFX. Pointing it there anew makes it look.
   */
  private static void keepLetter(Label label, Node focus) {
    focus
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                label.setLabelFor(null);
                label.setLabelFor(focus);
              }
            });
  }

  /** Puts a question mark behind the label. */
  public Field explained(String stem) {
    head.getChildren().add(new HelpMark(text, stem));
    return this;
  }

  /** Replaces the hint under the control, as what is typed becomes clearer. */
  public void hint(String words) {
    hint = words;
    hintLabel.setText(words);
    if (!problems.isVisible()) {
      Spoken.help(focus, words);
    }
  }

  /** The node that takes the keyboard. */
  public Node focus() {
    return focus;
  }

  /** Shows what is wrong, or nothing. */
  public void show(List<Problem> now) {
    problems.getChildren().setAll(now.stream().map(each -> new ProblemLine(text, each)).toList());
    problems.setVisible(!now.isEmpty());
    problems.setManaged(!now.isEmpty());
    String words = now.stream().map(this::sentence).collect(Collectors.joining(" "));
    Spoken.help(focus, words.isEmpty() ? hint : words);
  }

  private String sentence(Problem problem) {
    Text.ProblemText words = text.problem(problem);
    return words.what() + " " + String.join(" ", words.hints());
  }
}
