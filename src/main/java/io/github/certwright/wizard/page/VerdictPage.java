package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Level;
import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.SecretField;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was found: one sentence, two pictures, what to do, and the rest folded. */
public final class VerdictPage implements Page {
  private final Text text;
  private final VerdictModel model;
  private final Picker picker;
  private final CheckSomething.Remedies remedies;
  private final Consumer<String> start;
  private final VBox content = Layouts.page();
  private final VBox errand = new VBox();
  private final Node buttons;
  private final Node unlock;
  private final CheckProgress progress;

  /**
   * @param remedies starts the jobs that mend what was found
   * @param start checks something else
   */
  public VerdictPage(
      Text text,
      VerdictModel model,
      Picker picker,
      CheckSomething.Remedies remedies,
      Consumer<String> start) {
    this.text = text;
    this.model = model;
    this.picker = picker;
    this.remedies = remedies;
    this.start = start;
    errand.getStyleClass().add("problems");
    buttons = buttonRow();
    unlock = unlock();
    progress = new CheckProgress(text, model.checking());
    model.checking().reportProperty().subscribe(report -> report.ifPresent(this::show));
    model.errandProperty().subscribe(this::show);
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
    return Optional.ofNullable(content.lookup("#verdict")).orElse(content);
  }

  @Override
  public PageButtons buttons() {
    return new PageButtons("wizard.back", "verdict.finish", "");
  }

  @Override
  public String headingStem() {
    return LevelLook.of(model.report().map(CheckReport::level).orElse(Level.GREEN)).stem();
  }

  @Override
  public Optional<Observable> headingFollows() {
    return Optional.of(model.checking().reportProperty());
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(file -> start.accept(file.toString()));
  }

  private void show(CheckReport report) {
    VerdictView view = new VerdictView(text, report, Optional.of(remedies));
    content.getChildren().setAll(view.banner(), progress);
    if (report.wantsPassword()) {
      content.getChildren().add(unlock);
    }
    content.getChildren().addAll(view.parts());
    content.getChildren().addAll(Layouts.stack(buttons, errand), view.details());
  }

  private Node buttonRow() {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("chips");
    Button again = Layouts.button(text, "verdict.again", model::again);
    again.setId("again");
    again.setGraphic(Icons.small(Feather.REFRESH_CW));
    again.disableProperty().bind(model.checking().runningProperty());
    Button save =
        Layouts.button(
            text,
            "verdict.report",
            () ->
                picker
                    .save(text.of("verdict.report.title"), "check.html")
                    .ifPresent(model::saveReport));
    save.setId("save-report");
    save.setGraphic(Icons.small(Feather.FILE_TEXT));
    row.getChildren().addAll(again, save);
    return row;
  }

  /** Seen only where the file keeps something to itself. */
  private Node unlock() {
    SecretField password = new SecretField(text, model.checking().passwordProperty());
    password.input().setId("file-password");
    password
        .input()
        .setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                model.again();
              }
            });
    HBox.setHgrow(password, Priority.ALWAYS);
    Button open = Layouts.button(text, "verdict.unlock", model::again);
    open.setId("unlock");
    HBox row = new HBox(password, open);
    row.getStyleClass().add("joined");
    return new Field(text, "verdict.password", row, password.input());
  }

  private void show(Errand now) {
    errand
        .getChildren()
        .setAll(
            switch (now) {
              case Errand.Done(String key) -> List.of(new Note(Feather.CHECK, text.of(key)));
              case Errand.Failed(List<Problem> problems) ->
                  problems.stream().<Node>map(each -> new ProblemLine(text, each)).toList();
              case Errand.None(), Errand.Busy(), Errand.Looked _, Errand.Undone() -> List.of();
            });
  }
}
