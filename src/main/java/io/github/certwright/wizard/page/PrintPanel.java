package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.ProblemLine;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Prints words; where there is no printer it says so and offers to save them. Empty otherwise. */
final class PrintPanel extends VBox {
  private final Desk desk;
  private final Text text;
  private final Picker picker;
  private final Supplier<String> words;

  PrintPanel(Desk desk, Picker picker, Supplier<String> words) {
    this.desk = desk;
    text = desk.text();
    this.picker = picker;
    this.words = words;
    setId("printing");
    getStyleClass().add("problems");
    clear();
  }

  void clear() {
    show();
  }

  void print() {
    if (picker.print(words.get())) {
      clear();
      return;
    }
    Button save = Layouts.button(text, "review.save", this::save);
    save.setId("save-review");
    save.setGraphic(Icons.small(Feather.DOWNLOAD));
    show(new ProblemLine(text, Problem.warning("", "review.print.none")), save);
    // A letter pressed with Alt leaves the keyboard at its own button afterwards.
    Platform.runLater(save::requestFocus);
  }

  private void save() {
    String now = words.get();
    picker
        .save(text.of("review.save.title"), text.of("review.save.file"))
        .ifPresent(to -> save(now, to));
  }

  private void save(String now, Path to) {
    desk.background()
        .run(
            cancellation -> {
              desk.services().saveWords(now, to);
              return to;
            })
        .onSuccess(saved -> show(new Note(Feather.CHECK, text.of("done.errand.saved"))))
        .onProblem(problem -> show(new ProblemLine(text, problem)));
  }

  private void show(Node... parts) {
    getChildren().setAll(parts);
    SourcePage.shown(this, parts.length > 0);
  }
}
