package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan.Step;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.SettingsChange;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import io.github.certwright.wizard.page.CompareModel.View;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "The server's settings, now and afterwards": read only when somebody asks for it. */
final class ComparePanel extends VBox {
  private final Text text;
  private final CompareModel model;

  ComparePanel(Text text, CompareModel model) {
    this.text = text;
    this.model = model;
    setId("compare");
    getStyleClass().add("panel");
    model.viewProperty().subscribe(this::show);
  }

  private void show(View now) {
    boolean wanted = !(now instanceof View.Nothing);
    setVisible(wanted);
    setManaged(wanted);
    boolean watched = hasKeyboard();
    getChildren()
        .setAll(
            switch (now) {
              case View.Nothing() -> List.<Node>of();
              case View.Unknown() ->
                  List.of(title(), Sentences.hint(text.of("compare.unknown.text")), look());
              case View.Looking() -> List.of(title(), looking());
              case View.Known(SettingsChange change) -> List.of(title(), lines(change));
              case View.Hidden(String user) ->
                  List.of(title(), Sentences.plain(text.of("where.test.mayNot", user)), look());
              case View.Failed(Problem problem) ->
                  List.of(title(), new ProblemLine(text, problem), look());
            });
    if (watched) {
      // What took its place is read out, instead of something elsewhere.
      Platform.runLater(
          () ->
              lookupAll("*").stream()
                  .filter(Node::isFocusTraversable)
                  .findFirst()
                  .ifPresent(Node::requestFocus));
    }
  }

  private boolean hasKeyboard() {
    Node at = getScene() == null ? null : getScene().getFocusOwner();
    while (at != null && !at.equals(this)) {
      at = at.getParent();
    }
    return at != null;
  }

  private Node title() {
    return Sentences.heading(text.of("compare.title"));
  }

  private Node look() {
    Button look = Layouts.button(text, "compare.look", model::look);
    look.setId("look-at-server");
    return look;
  }

  private Node looking() {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    HBox line = new HBox(wheel, Sentences.plain(text.of("compare.looking")));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("icon-line");
    line.setFocusTraversable(true);
    Spoken.name(line, text.of("compare.looking"));
    return line;
  }

  private Node lines(SettingsChange change) {
    VBox lines = new VBox(change.lines().stream().map(this::line).toArray(Node[]::new));
    lines.setId("compare-lines");
    lines.getStyleClass().add("sentence-list");
    lines.setFocusTraversable(true);
    Spoken.name(lines, change.lines().stream().map(this::words).collect(Collectors.joining(". ")));
    return lines;
  }

  private Node line(Step step) {
    Label words = Sentences.plain(words(step));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Icons.small(icon(step.id())), words);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().addAll("icon-line", "sentence");
    return line;
  }

  private String words(Step step) {
    return text.of(step.key(), step.args().toArray());
  }

  private static Feather icon(String id) {
    return switch (id) {
      case "change.enabled" -> Feather.LOCK;
      case "change.port" -> Feather.HASH;
      default -> Feather.KEY;
    };
  }
}
