package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Tool;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The modeling tools of this computer as a check list. */
final class ToolsPanel extends VBox {
  private final Text text;
  private final ToolsModel model;
  private final VBox list = new VBox();

  ToolsPanel(Text text, ToolsModel model, Picker picker) {
    this.text = text;
    this.model = model;
    setId("tools");
    getStyleClass().add("close");
    list.getStyleClass().add("check-list");
    Button add =
        Layouts.button(
            text,
            "where.tools.add",
            () -> picker.folder(text.of("where.tools.add.title")).ifPresent(model::addFolder));
    add.setGraphic(Icons.small(Feather.FOLDER_PLUS));
    getChildren().addAll(list, new HBox(add));
    model.choices().addListener((ListChangeListener<ToolsModel.Choice>) change -> show());
    model.searchingProperty().subscribe(_ -> show());
  }

  private void show() {
    list.getChildren().setAll(model.choices().stream().map(this::row).toList());
    if (model.searchingProperty().get()) {
      ProgressIndicator wheel = new ProgressIndicator();
      wheel.getStyleClass().add("small-wheel");
      list.getChildren().add(line(wheel, text.of("where.tools.searching")));
    } else if (model.choices().isEmpty()) {
      Node none = line(Icons.small(Feather.INFO), text.of("where.tools.none"));
      list.getChildren().add(none);
    }
  }

  private static Node line(Node icon, String words) {
    HBox line = new HBox(icon, Sentences.hint(words));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("icon-line", "check-row");
    return line;
  }

  private Node row(ToolsModel.Choice choice) {
    Tool tool = choice.tool();
    String version =
        tool.version().isEmpty() ? text.of("where.tools.version.unknown") : tool.version();
    CheckBox tick = new CheckBox(tool.product());
    tick.getStyleClass().add("tool-name");
    tick.selectedProperty().bindBidirectional(choice.chosenProperty());
    tick.setAccessibleText(tool.product() + " " + version);
    tick.setAccessibleHelp(tool.folder() + ". " + state(tool));
    tick.setWrapText(true);
    Label folder = Sentences.hint(text.of("where.tools.detail", version, tool.folder().toString()));
    folder.getStyleClass().add("tool-detail");
    Label state = Sentences.hint(state(tool));
    state.getStyleClass().add("tool-detail");
    VBox words = new VBox(tick, folder, state);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getStyleClass().add("check-row");
    return row;
  }

  private String state(Tool tool) {
    String installed =
        switch (tool.installed()) {
          case NOTHING -> text.of("where.tools.nothing");
          case CERTIFICATE ->
              tool.until()
                  .map(end -> text.of("where.tools.until", end))
                  .orElseGet(() -> text.of("where.tools.something"));
          case UNREADABLE -> text.of("where.tools.unreadable");
        };
    return tool.writable() ? installed : installed + " " + text.of("where.tools.rights");
  }
}
