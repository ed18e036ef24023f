package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RequestJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What to send to whom, and what happens next. */
public final class AskedPage extends MadePage {
  private static final int LINES = 5;

  private final AskedModel model;

  /**
   * @param again goes back to the page from which it can be tried again
   */
  public AskedPage(
      Text text, AskedModel model, Dialogs dialogs, Picker picker, Consumer<RunReport> again) {
    super(
        text,
        model,
        new Words("asked.made", "asked.undo.ask", "asked.undone.text"),
        dialogs,
        picker,
        again);
    this.model = model;
    follow();
  }

  @Override
  List<Node> parts(RunReport report) {
    List<Node> parts = new ArrayList<>();
    problems(report).ifPresent(parts::add);
    firstButtons(report);
    boolean made = model.file().isPresent();
    if (made) {
      parts.add(steps());
      add("asked.save", Feather.DOWNLOAD, this::save).setId("save-request");
      addFolder();
    }
    lastButton();
    errands().ifPresent(parts::add);
    if (made) {
      parts.add(request());
    }
    return parts;
  }

  private Node steps() {
    return steps(
        text().of("asked.next.title"),
        List.of(
            text().of("asked.next.send", FileRole.REQUEST.fileName()),
            text().of("asked.next.kind"),
            text().of("asked.next.continue"),
            text().of("asked.next.keep", FileRole.SERVER_KEYSTORE.fileName())));
  }

  private Node request() {
    VBox box = Layouts.panel();
    model
        .writtenProperty()
        .subscribe(
            written -> {
              box.getChildren().clear();
              written.ifPresent(known -> box.getChildren().setAll(parts(known)));
              SourcePage.shown(box, written.isPresent());
            });
    return box;
  }

  private List<Node> parts(RequestJob.Written written) {
    Label title = Sentences.heading(text().of("asked.request.title"));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    CopyButton copy = new CopyButton(text(), title.getText(), written::words);
    copy.setId("copy-request");
    HBox head = new HBox(title, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("joined");
    TextArea words = new TextArea(written.words());
    words.setId("request");
    words.setEditable(false);
    words.setPrefRowCount(LINES);
    words.getStyleClass().add("monospaced");
    words.setAccessibleText(title.getText());
    return List.of(
        head,
        words,
        Sentences.hint(text().of("asked.key.text")),
        FingerprintText.of(written.key()));
  }

  private void save() {
    picker()
        .save(text().of("asked.save.title"), FileRole.REQUEST.fileName())
        .ifPresent(model::saveCopy);
  }
}
