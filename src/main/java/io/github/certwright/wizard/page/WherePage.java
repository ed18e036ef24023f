package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
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

/** "Where does everything go?" */
public final class WherePage implements Page {
  private static final Duration PAUSE_IN_TYPING = Duration.millis(400);

  private final WhereModel model;
  private final Fields fields;
  private final TextField folder = new TextField();
  private final VBox content;

  public WherePage(Text text, WhereModel model, Picker picker) {
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    folder.setId("folder");
    folder.textProperty().bindBidirectional(model.folderProperty());
    HBox.setHgrow(folder, Priority.ALWAYS);
    Button browse = Layouts.button(text, "where.browse", () -> browse(text, picker));
    HBox row = new HBox(folder, browse);
    row.getStyleClass().add("joined");
    Field folderField = fields.add(WhereModel.FOLDER, new Field(text, "where.folder", row, folder));
    ToolsPanel tools = new ToolsPanel(text, model.tools(), picker);
    content =
        Layouts.page(
            Layouts.stack(folderField, replace(text)),
            Layouts.stack(
                fields.add("where.tools", new Field(text, "where.tools", tools)),
                new RightsPanel(text, model.rights(), picker)),
            UploadPanel.optional(text, model.upload(), fields),
            fields.general());
    PauseTransition pause = new PauseTransition(PAUSE_IN_TYPING);
    pause.setOnFinished(event -> model.settle());
    model.folderProperty().addListener((value, before, now) -> pause.playFromStart());
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
    return model.firstRefused().map(this::focusFor).orElse(folder);
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, folder);
  }

  private void browse(Text text, Picker picker) {
    picker
        .folder(text.of("where.browse.title"))
        .map(Path::toString)
        .ifPresent(model.folderProperty()::set);
  }

  private Node replace(Text text) {
    CheckBox replace = new CheckBox(text.of("where.replace.label"));
    replace.setId("replace");
    replace.setMnemonicParsing(true);
    replace.setWrapText(true);
    replace.setAccessibleText(Spoken.plain(replace.getText()));
    replace.selectedProperty().bindBidirectional(model.replaceProperty());
    VBox box = Layouts.stack(replace, Sentences.hint(text.of("where.replace.help")));
    model
        .existingProperty()
        .subscribe(
            there -> {
              box.setVisible(there);
              box.setManaged(there);
            });
    return box;
  }
}
