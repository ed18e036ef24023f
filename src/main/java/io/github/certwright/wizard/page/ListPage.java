package io.github.certwright.wizard.page;

import io.github.certwright.plan.ServerList;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** "Which servers are in the list?" */
public final class ListPage extends FieldsPage {
  private static final int MOST_SHOWN = 200;

  private final ListModel model;
  private final TextField file = new TextField();
  private final VBox found = Layouts.panel();
  private final Node goOn;

  ListPage(Text text, ListModel model, Picker picker) {
    super(text, model);
    this.model = model;
    file.setId("list-file");
    found.setId("found");
    CheckBox keep = new CheckBox(text.of("list.keep.label"));
    keep.setId("keep-going");
    keep.setMnemonicParsing(true);
    keep.setWrapText(true);
    keep.setAccessibleText(Spoken.plain(keep.getText()));
    keep.selectedProperty().bindBidirectional(model.keepGoingProperty());
    goOn = Layouts.stack(keep, Sentences.hint(text.of("list.keep.help")));
    show(
        fileField(
            ListModel.FILE,
            file,
            model.fileProperty(),
            model::settle,
            () -> picker.file(text.of("list.browse.title")).ifPresent(model::take)),
        found,
        goOn,
        fields().general());
    model.foundProperty().subscribe(this::showFound);
  }

  @Override
  public Node firstFocus() {
    return file;
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(model::take);
  }

  private void showFound(Optional<ServerList> read) {
    SourcePage.shown(found, read.isPresent());
    SourcePage.shown(goOn, read.filter(list -> !list.bad().isEmpty()).isPresent());
    found.getChildren().clear();
    read.ifPresent(this::showLines);
  }

  private void showLines(ServerList list) {
    found.getChildren().add(Sentences.heading(text().of("list.found", list.lines().size())));
    if (list.bad().isEmpty()) {
      return;
    }
    VBox lines = Layouts.stack();
    list.bad().stream()
        .limit(MOST_SHOWN)
        .map(line -> Sentences.plain(sentence(line)))
        .forEach(lines.getChildren()::add);
    int more = list.bad().size() - MOST_SHOWN;
    if (more > 0) {
      lines.getChildren().add(Sentences.hint(text().of("list.more", more)));
    }
    found.getChildren().addAll(Sentences.hint(text().of("list.bad")), Layouts.scrolling(lines));
  }

  private String sentence(ServerList.BadLine line) {
    Text.ProblemText words = text().problem(line.problem());
    return text().of("list.line", line.number(), words.what());
  }
}
