package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "What shall be checked?" */
public final class CheckPage implements Page {
  private final CheckModel model;
  private final Consumer<String> start;
  private final Fields fields;
  private final TextField what = new TextField();
  private final VBox content;

  /**
   * @param start checks what is named to it
   */
  public CheckPage(Text text, CheckModel model, Picker picker, Consumer<String> start) {
    this.model = model;
    this.start = start;
    fields = new Fields(text, model.shown(), model::left);
    Note stopped = new Note(Feather.INFO, text.of("checking.stopped.text"));
    SourcePage.shownWhen(stopped, model.stoppedProperty());
    content =
        Layouts.page(
            field(text, picker),
            fields.general(),
            recent(text),
            new CheckProgress(text, model),
            stopped);
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
    return what;
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, what);
  }

  @Override
  public PageButtons buttons() {
    return PageButtons.act("checking.act");
  }

  @Override
  public boolean asksBeforeLeaving() {
    return false;
  }

  @Override
  public String momentKey() {
    return "checking.bar.label";
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(file -> start.accept(file.toString()));
  }

  private Node field(Text text, Picker picker) {
    what.setId("what");
    what.setPromptText(text.of("checking.what.prompt"));
    what.getStyleClass().add("big-field");
    what.textProperty().bindBidirectional(model.whatProperty());
    what.disableProperty().bind(model.runningProperty());
    Button file =
        Layouts.button(
            text,
            "checking.file",
            () -> picker.file(text.of("checking.file.title")).ifPresent(this::start));
    file.setId("browse");
    Button folder =
        Layouts.button(
            text,
            "checking.folder",
            () -> picker.folder(text.of("checking.folder.title")).ifPresent(this::start));
    folder.setId("browse-folder");
    file.disableProperty().bind(model.runningProperty());
    folder.disableProperty().bind(model.runningProperty());
    HBox row = new HBox(file, folder);
    row.getStyleClass().add("joined");
    return fields.add(
        CheckModel.WHAT, new Field(text, "checking.what", Layouts.stack(what, row), what));
  }

  private void start(Path chosen) {
    start.accept(chosen.toString());
  }

  private Node recent(Text text) {
    List<String> known = model.recent();
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    for (String server : known) {
      Button pick = new Button(server, Icons.small(Feather.SERVER));
      pick.setMnemonicParsing(false);
      pick.getStyleClass().add("chip-offer");
      pick.setAccessibleText(text.of("checking.recent.pick", server));
      pick.setOnAction(event -> start.accept(server));
      pick.disableProperty().bind(model.runningProperty());
      chips.getChildren().add(pick);
    }
    Node all = Layouts.stack(Sentences.heading(text.of("checking.recent.title")), chips);
    all.setId("recent");
    all.setVisible(!known.isEmpty());
    all.setManaged(!known.isEmpty());
    return all;
  }
}
