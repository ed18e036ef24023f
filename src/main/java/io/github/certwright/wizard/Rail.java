package io.github.certwright.wizard;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The steps of a job: where you are, what is done (click to go back), what is to come. */
final class Rail extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double WIDTH_EM = 14.5;
  private static final double LARGEST_PART = 0.36;

  private final Text text;
  private final Flow flow;
  private final List<Button> steps = new ArrayList<>();
  private final List<StackPane> marks = new ArrayList<>();
  private final Label ruler = new Label("M");

  /**
   * @param jobTitle what the job is called
   * @param stems the pages' stems, in order
   * @param window how wide the window is inside
   */
  Rail(
      Text text,
      Flow flow,
      String jobTitle,
      List<String> stems,
      ObservableValue<? extends Number> window) {
    this.text = text;
    this.flow = flow;
    getStyleClass().add("rail");
    Label name = new Label("Certwright");
    name.getStyleClass().add("rail-brand");
    HBox brand = new HBox(name);
    brand.getStyleClass().add("rail-head");
    brand.setAlignment(Pos.CENTER_LEFT);
    AppIcon.small().ifPresent(image -> brand.getChildren().addFirst(new ImageView(image)));
    Label job = Sentences.plain(jobTitle);
    job.getStyleClass().add("rail-job");
    getChildren().addAll(brand, job);
    for (int i = 0; i < stems.size(); i++) {
      getChildren().add(step(i, stems.get(i)));
    }
    ruler.setManaged(false);
    ruler.setOpacity(0);
    getChildren().add(ruler);
    window.subscribe(width -> narrow(width.doubleValue(), name, job));
    ruler.fontProperty().subscribe(_ -> narrow(window.getValue().doubleValue(), name, job));
    flow.atProperty().subscribe(_ -> show());
    flow.noWayBackProperty().subscribe(_ -> show());
  }

  private Button step(int index, String stem) {
    StackPane mark = new StackPane();
    mark.getStyleClass().add("rail-mark");
    Button button = new Button(text.of(stem + ".label"), mark);
    button.setContentDisplay(ContentDisplay.LEFT);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("rail-step");
    button.setId("rail-" + stem.replace(".page", ""));
    button.setOnAction(event -> flow.backTo(index));
    steps.add(button);
    marks.add(mark);
    return button;
  }

  /** With large text in a small window only the numbers stay, so that the page keeps its room. */
  private void narrow(double window, Label... words) {
    boolean narrow = WIDTH_EM * ruler.getFont().getSize() > LARGEST_PART * window;
    pseudoClassStateChanged(NARROW, narrow);
    for (Label word : words) {
      word.setVisible(!narrow);
      word.setManaged(!narrow);
    }
    for (Button step : steps) {
      step.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
      step.setTooltip(narrow ? new Tooltip(step.getText()) : null);
    }
  }

  private void show() {
    int at = flow.atProperty().get();
    for (int i = 0; i < steps.size(); i++) {
      Button step = steps.get(i);
      boolean answered = i < at;
      boolean reachable = flow.mayGoTo(i);
      step.pseudoClassStateChanged(CURRENT, i == at);
      step.pseudoClassStateChanged(ANSWERED, answered);
      step.setFocusTraversable(reachable);
      step.setMouseTransparent(!reachable);
      marks.get(i).getChildren().setAll(answered ? Icons.small(Feather.CHECK) : number(i));
      step.setAccessibleText(text.of(state(i, at), i + 1, steps.size(), step.getText()));
    }
  }

  private static String state(int index, int at) {
    if (index == at) {
      return "wizard.rail.current";
    }
    return index < at ? "wizard.rail.answered" : "wizard.rail.later";
  }

  private static Label number(int index) {
    Label number = new Label(String.valueOf(index + 1));
    number.getStyleClass().add("rail-number");
    return number;
  }
}
