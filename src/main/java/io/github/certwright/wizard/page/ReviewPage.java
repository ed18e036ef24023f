package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "This is what will happen." */
public final class ReviewPage implements Page {
  private final Text text;
  private final ReviewModel model;
  private final VBox sentences = new VBox();
  private final CopyButton copy;
  private final VBox content;
  private final Label note = Sentences.hint("");
  private Optional<Node> above = Optional.empty();

  /**
   * @param picker knows the printer, and where to save where there is none
   */
  public ReviewPage(Desk desk, ReviewModel model, Picker picker) {
    text = desk.text();
    this.model = model;
    PrintPanel printing = new PrintPanel(desk, picker, () -> model.words(text));
    sentences.setId("sentences");
    sentences.setFocusTraversable(true);
    sentences.setAccessibleRole(AccessibleRole.TEXT);
    sentences.getStyleClass().add("sentence-list");
    copy = new CopyButton(text, text.of("review.page.title"), () -> model.words(text));
    copy.setId("copy-review");
    Button print = Layouts.button(text, "review.print", printing::print);
    print.setId("print-review");
    print.setGraphic(Icons.small(Feather.PRINTER));
    print.getStyleClass().add("small");
    note.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(note, Priority.ALWAYS);
    HBox head = new HBox(note, copy, print);
    head.getStyleClass().add("joined");
    content = Layouts.page(Layouts.stack(head, printing), sentences);
    model.promiseProperty().subscribe(this::show);
    model.promiseProperty().subscribe(_ -> printing.clear());
  }

  /**
   * Adds a part above the sentences, because what changes elsewhere is read first.
   *
   * @param shown called each time the page is seen
   */
  ReviewPage with(Node part, Runnable shown) {
    content.getChildren().add(1, part);
    above = Optional.of(part);
    model.promiseProperty().subscribe(_ -> shown.run());
    return this;
  }

  @Override
  public PageModel model() {
    return model;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public Node firstFocus() {
    return above
        .filter(Node::isVisible)
        .flatMap(part -> part.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst())
        .orElse(sentences);
  }

  @Override
  public PageButtons buttons() {
    return PageButtons.act(model.actStem());
  }

  private void show(Optional<Promise> promise) {
    sentences
        .getChildren()
        .setAll(promise.stream().flatMap(known -> known.steps().stream()).map(this::line).toList());
    Spoken.name(sentences, model.words(text));
    note.setText(promise.map(known -> text.of(known.noteKey())).orElse(""));
  }

  private Node line(Plan.Step step) {
    Label words = Sentences.plain(text.of(step.key(), step.args().toArray()));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Icons.small(StepIcons.of(step.id())), words);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().addAll("icon-line", "sentence");
    return line;
  }
}
