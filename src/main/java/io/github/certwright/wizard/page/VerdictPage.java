package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Finding;
import io.github.certwright.check.Level;
import io.github.certwright.check.Remedy;
import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.SecretField;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
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
    content.getChildren().setAll(new VerdictBanner(text, report), progress);
    if (report.wantsPassword()) {
      content.getChildren().add(unlock);
    }
    List<Finding> wrong =
        report.findings().stream().filter(found -> found.level() != Level.GREEN).toList();
    if (!wrong.isEmpty()) {
      content.getChildren().add(findings("verdict.findings.title", wrong));
    }
    report
        .connection()
        .map(seen -> new TrustPicture(text, report, seen))
        .ifPresent(picture -> part("verdict.trust.title", picture));
    boolean entries = report.contents().isPresent();
    if (!report.links().isEmpty() && !entries) {
      part("verdict.chain.title", new ChainPicture(text, report.links()));
    }
    List<Finding> inside = report.findings().stream().filter(VerdictPage::isEntry).toList();
    if (!inside.isEmpty()) {
      content.getChildren().add(findings("verdict.entries.title", inside));
    }
    List<Finding> right =
        report.findings().stream()
            .filter(found -> found.level() == Level.GREEN && !isEntry(found))
            .toList();
    if (!right.isEmpty()) {
      content.getChildren().add(findings("verdict.good.title", right));
    }
    content.getChildren().addAll(Layouts.stack(buttons, errand), details(report));
  }

  private void part(String titleKey, Node picture) {
    content.getChildren().add(Layouts.stack(Sentences.heading(text.of(titleKey)), picture));
  }

  /** The good news about single entries stand where the entries do. */
  private static boolean isEntry(Finding finding) {
    return finding.level() == Level.GREEN
        && switch (finding.key()) {
          case "check.entry.key", "check.entry.trusted", "check.entry.other" -> true;
          default -> false;
        };
  }

  private Node findings(String titleKey, List<Finding> findings) {
    VBox list = new VBox();
    list.getStyleClass().add("sentence-list");
    Set<Remedy> offered = new HashSet<>();
    for (Finding finding : findings) {
      // What mends several things is offered with the first of them.
      Optional<Remedy> remedy = finding.remedy().filter(offered::add);
      list.getChildren().add(new FindingLine(text, finding, remedy, remedies));
    }
    return Layouts.stack(Sentences.heading(text.of(titleKey)), list);
  }

  private Node details(CheckReport report) {
    String words = CheckDetails.of(text, report);
    Label label = Sentences.plain(words);
    label.getStyleClass().add("monospaced");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    CopyButton copy = new CopyButton(text, text.of("verdict.details.copy"), () -> words);
    HBox row = new HBox(label, copy);
    row.getStyleClass().add("console-step");
    TitledPane pane = new TitledPane(text.of("verdict.details.title"), row);
    pane.setId("details");
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
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
