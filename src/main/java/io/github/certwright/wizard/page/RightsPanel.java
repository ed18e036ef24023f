package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Tool;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Says before anything is started that a tool needs an administrator's rights, and offers to ask
 * for them or to save instructions for somebody who has them.
 */
final class RightsPanel extends VBox {
  private final Text text;
  private final RightsModel model;
  private final Note note = new Note(Feather.SHIELD, "");
  private final Node ask;
  private final HBox save;
  private final VBox errand = new VBox();

  RightsPanel(Text text, RightsModel model, Picker picker) {
    this.text = text;
    this.model = model;
    setId("rights");
    getStyleClass().addAll("panel", "rights");
    ask = ask();
    Button button =
        Layouts.button(
            text,
            "rights.save",
            () ->
                picker
                    .save(text.of("rights.save.title"), text.of("rights.save.file"))
                    .ifPresent(model::save));
    button.setId("rights-save");
    button.setGraphic(Icons.small(Feather.FILE_TEXT));
    save = new HBox(button);
    getChildren().addAll(note, ask, save, errand);
    model.toolsProperty().subscribe(this::show);
    model.possibleProperty().subscribe(_ -> show(model.toolsProperty().get()));
    model.errandProperty().subscribe(this::show);
  }

  private Node ask() {
    CheckBox tick = new CheckBox(text.of("rights.ask.label"));
    tick.setId("rights-ask");
    tick.setMnemonicParsing(true);
    tick.setWrapText(true);
    tick.setAccessibleText(Spoken.plain(tick.getText()));
    tick.setAccessibleHelp(text.of("rights.ask.help"));
    tick.selectedProperty().bindBidirectional(model.askProperty());
    return Layouts.stack(tick, Sentences.hint(text.of("rights.ask.help")));
  }

  private void show(List<Tool> tools) {
    shown(this, !tools.isEmpty());
    List<String> names = tools.stream().map(RightsModel::name).toList();
    boolean possible = model.possibleProperty().get();
    note.say(text.of(possible ? "rights.needed.text" : "rights.impossible.text", names));
    shown(ask, possible);
    shown(save, model.maySave());
  }

  private void show(Errand now) {
    errand
        .getChildren()
        .setAll(
            switch (now) {
              case Errand.Busy() -> List.of(new ProgressIndicator());
              case Errand.Done(String key) -> List.of(new Note(Feather.CHECK, text.of(key)));
              case Errand.Failed(List<Problem> problems) ->
                  problems.stream().<Node>map(each -> new ProblemLine(text, each)).toList();
              case Errand.None(), Errand.Looked _, Errand.Undone() -> List.of();
            });
    shown(errand, !errand.getChildren().isEmpty());
  }

  private static void shown(Node node, boolean yes) {
    node.setVisible(yes);
    node.setManaged(yes);
  }
}
