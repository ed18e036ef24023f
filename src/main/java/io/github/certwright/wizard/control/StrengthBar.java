package io.github.certwright.wizard.control;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Four segments and a word: how hard a password is to guess. */
public final class StrengthBar extends VBox {
  private static final int SEGMENTS = 4;
  private static final PseudoClass WEAK = PseudoClass.getPseudoClass("weak");
  private static final PseudoClass FAIR = PseudoClass.getPseudoClass("fair");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

  /** By score, from 0 to 4. */
  private static final List<PseudoClass> COLOURS = List.of(WEAK, WEAK, FAIR, GOOD, GOOD);

  private final List<Region> segments = new ArrayList<>();
  private final Label word = new Label();
  private final Label advice = Sentences.hint("");

  public StrengthBar() {
    HBox bar = new HBox();
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("strength-bar");
    for (int i = 0; i < SEGMENTS; i++) {
      Region segment = new Region();
      segment.getStyleClass().add("strength-segment");
      HBox.setHgrow(segment, Priority.ALWAYS);
      segments.add(segment);
    }
    bar.getChildren().addAll(segments);
    bar.getChildren().add(word);
    word.getStyleClass().add("strength-word");
    word.setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("strength");
    getChildren().addAll(bar, advice);
    clear();
  }

  /** Shows a score from 0 to 4 with its word and advice. */
  public void show(int score, String scoreWord, String howToImprove) {
    for (int i = 0; i < SEGMENTS; i++) {
      paint(segments.get(i), i < Math.max(1, score) ? COLOURS.get(score) : null);
    }
    word.setText(scoreWord);
    advice.setText(howToImprove);
    boolean hasAdvice = !howToImprove.isEmpty();
    advice.setVisible(hasAdvice);
    advice.setManaged(hasAdvice);
    Spoken.name(this, scoreWord + " " + howToImprove);
  }

  /** Says nothing, because there is nothing to measure. */
  public void clear() {
    segments.forEach(segment -> paint(segment, null));
    word.setText("");
    advice.setVisible(false);
    advice.setManaged(false);
  }

  /**
   * By pseudo-class, because a new style class makes JavaFX look for the theme's colours anew, and
   * on a page that comes into the window in the same moment it finds none.
   */
  private static void paint(Region segment, PseudoClass colour) {
    for (PseudoClass each : List.of(WEAK, FAIR, GOOD)) {
      segment.pseudoClassStateChanged(each, each.equals(colour));
    }
  }
}
