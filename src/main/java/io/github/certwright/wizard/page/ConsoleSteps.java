package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The four steps in Teamwork Cloud's console, when nothing was sent. */
final class ConsoleSteps extends VBox {
  ConsoleSteps(Text text, Path folder, int tlsPort) {
    getStyleClass().add("panel");
    setId("console");
    Path keystore = folder.resolve(FileRole.SERVER_KEYSTORE.fileName());
    String port = String.valueOf(tlsPort);
    List<Step> steps =
        List.of(
            new Step(text.of("report.console.open"), text.of("report.console.open")),
            new Step(text.of("report.console.switch", port), port),
            new Step(text.of("report.console.upload", keystore), keystore.toString()),
            new Step(text.of("report.console.save"), text.of("report.console.save")));
    getChildren()
        .addAll(
            Sentences.heading(text.of("done.console.title")),
            Sentences.hint(text.of("done.console.text")));
    for (int i = 0; i < steps.size(); i++) {
      getChildren().add(row(text, i + 1, steps.get(i)));
    }
  }

  private static Node row(Text text, int number, Step step) {
    Label mark = new Label(String.valueOf(number));
    mark.getStyleClass().add("step-number");
    Label words = Sentences.plain(step.words());
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(mark, words, new CopyButton(text, step.words(), step::copied));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("console-step");
    return row;
  }

  private record Step(String words, String copied) {}
}
