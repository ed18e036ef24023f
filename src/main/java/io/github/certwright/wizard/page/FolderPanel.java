package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The folder for the files, with the tick that lets older ones be replaced. */
final class FolderPanel extends VBox {
  private static final Duration PAUSE_IN_TYPING = Duration.millis(400);

  private final TextField folder = new TextField();

  FolderPanel(Text text, FolderChoice model, Fields fields, Picker picker) {
    getStyleClass().add("close");
    folder.setId("folder");
    folder.textProperty().bindBidirectional(model.folderProperty());
    HBox.setHgrow(folder, Priority.ALWAYS);
    Button browse =
        Layouts.button(
            text,
            "where.browse",
            () ->
                picker
                    .folder(text.of("where.browse.title"))
                    .map(Path::toString)
                    .ifPresent(model.folderProperty()::set));
    HBox row = new HBox(folder, browse);
    row.getStyleClass().add("joined");
    getChildren()
        .addAll(
            fields.add(WhereModel.FOLDER, new Field(text, "where.folder", row, folder)),
            replace(text, model));
    PauseTransition pause = new PauseTransition(PAUSE_IN_TYPING);
    pause.setOnFinished(event -> model.settle());
    model.folderProperty().addListener((value, before, now) -> pause.playFromStart());
  }

  /** What takes the keyboard. */
  TextField input() {
    return folder;
  }

  private static Node replace(Text text, FolderChoice model) {
    CheckBox replace = new CheckBox(text.of("where.replace.label"));
    replace.setId("replace");
    replace.setMnemonicParsing(true);
    replace.setWrapText(true);
    replace.setAccessibleText(Spoken.plain(replace.getText()));
    replace.selectedProperty().bindBidirectional(model.replaceProperty());
    VBox box = Layouts.stack(replace, Sentences.hint(text.of("where.replace.help")));
    SourcePage.shownWhen(box, model.existingProperty());
    return box;
  }
}
