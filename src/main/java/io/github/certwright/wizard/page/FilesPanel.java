package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Files, one a line, with a way to add some and to take each out again. */
final class FilesPanel extends VBox {
  private final Text text;
  private final ObservableList<Path> files;
  private final VBox list = new VBox();
  private final Button add;

  /**
   * @param titleKey message key of the window in which they are chosen
   * @param take gets each chosen file
   */
  FilesPanel(
      Text text, ObservableList<Path> files, String titleKey, Picker picker, Consumer<Path> take) {
    this.text = text;
    this.files = files;
    getStyleClass().add("close");
    list.getStyleClass().add("close");
    add = Layouts.button(text, "files.add", () -> picker.files(text.of(titleKey)).forEach(take));
    add.setId("add-files");
    add.setGraphic(Icons.small(Feather.FILE_PLUS));
    getChildren().addAll(list, new HBox(add));
    files.addListener((ListChangeListener<Path>) change -> show());
    show();
  }

  /** What takes the keyboard. */
  Button button() {
    return add;
  }

  private void show() {
    list.getChildren().setAll(List.copyOf(files).stream().map(this::line).toList());
    SourcePage.shown(list, !files.isEmpty());
  }

  private Node line(Path file) {
    Label name = Sentences.plain(String.valueOf(file.getFileName()));
    Label folder = Sentences.hint(String.valueOf(file.getParent()));
    VBox words = new VBox(name, folder);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button remove = Layouts.button(text, "files.remove", () -> files.remove(file));
    remove.getStyleClass().add("small");
    remove.setAccessibleText(remove.getText() + ": " + name.getText());
    HBox line = new HBox(Icons.small(Feather.FILE), words, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("icon-line");
    return line;
  }
}
