package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RequestJob;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Note;
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
public final class AskedPage extends EndPage {
  private static final int LINES = 5;

  private final AskedModel model;
  private final Consumer<RunReport> again;

  /**
   * @param again goes back to the page from which it can be tried again
   */
  public AskedPage(
      Text text, AskedModel model, Dialogs dialogs, Picker picker, Consumer<RunReport> again) {
    super(text, model, dialogs, picker);
    this.model = model;
    this.again = again;
    follow();
  }

  @Override
  String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION, NEEDS_ADMIN -> "asked.made";
      case PARTLY -> "done.partly";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED, NOT_TRUSTED -> "done.failed";
    };
  }

  @Override
  String undoQuestion() {
    return "asked.undo.ask";
  }

  @Override
  void again(RunReport report) {
    again.accept(report);
  }

  @Override
  List<Node> asBefore() {
    return List.of(new Note(Feather.ROTATE_CCW, text().of("asked.undone.text")));
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
      add("done.folder", Feather.FOLDER, model::openFolder).setId("open-folder");
    }
    lastButton();
    errands().ifPresent(parts::add);
    if (made) {
      parts.add(request());
    }
    return parts;
  }

  private Node steps() {
    VBox steps = Layouts.panel(Sentences.heading(text().of("asked.next.title")));
    steps.setId("next-steps");
    List<String> sentences =
        List.of(
            text().of("asked.next.send", FileRole.REQUEST.fileName()),
            text().of("asked.next.kind"),
            text().of("asked.next.continue"),
            text().of("asked.next.keep", FileRole.SERVER_KEYSTORE.fileName()));
    for (int i = 0; i < sentences.size(); i++) {
      Label mark = new Label(String.valueOf(i + 1));
      mark.getStyleClass().add("step-number");
      HBox row = new HBox(mark, Sentences.plain(sentences.get(i)));
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("console-step");
      steps.getChildren().add(row);
    }
    return steps;
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
