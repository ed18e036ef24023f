package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Finding;
import io.github.certwright.check.Level;
import io.github.certwright.check.Remedy;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A finding with why and what to do, and a button where Certwright can do it. */
final class FindingLine extends HBox {
  private final Text text;
  private final VBox words = new VBox();

  /**
   * What a button may start.
   *
   * @param report that the finding stands in
   */
  record Starts(CheckSomething.Remedies remedies, CheckReport report) {}

  /**
   * @param remedy what is offered to be done about it here
   * @param remedies starts the job that mends it, where one may be started
   */
  FindingLine(Text text, Finding finding, Optional<Remedy> remedy, Optional<Starts> remedies) {
    this.text = text;
    LevelLook look = LevelLook.of(finding.level());
    FontIcon icon = Icons.small(look.icon());
    icon.getStyleClass().add(look.iconColour());
    Text.ProblemText said = text.problem(finding.asProblem());
    Label what = Sentences.plain(said.what());
    if (finding.level() != Level.GREEN) {
      what.getStyleClass().add("finding-what");
    }
    words.getStyleClass().add("close");
    words.getChildren().add(what);
    if (!said.hints().isEmpty()) {
      words.getChildren().add(Sentences.hint(String.join(" ", said.hints())));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    remedy.flatMap(known -> mend(known, remedies)).ifPresent(words.getChildren()::add);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().addAll("icon-line", "sentence", "finding");
    getChildren().addAll(icon, words);
    setAccessibleText(text.of("verdict.spoken.text", text.of(look.wordKey()), said.what()));
  }

  private Optional<Node> mend(Remedy remedy, Optional<Starts> remedies) {
    return switch (remedy) {
      case Remedy.SetUp setUp ->
          remedies.map(
              jobs ->
                  button(
                      "verdict.remedy.setup",
                      Feather.MONITOR,
                      "mend-setup",
                      () -> jobs.remedies().setUp(setUp.server())));
      case Remedy.NewCertificate anew -> remedies.map(jobs -> anew(jobs, anew.names()));
      case Remedy.Console console ->
          Optional.of(
              button(
                  "verdict.remedy.console",
                  Feather.LIST,
                  "mend-console",
                  () -> showConsole(console.port())));
      case Remedy.Compare compare -> Optional.of(fingerprint(compare.fingerprint()));
      // The page itself has a button and a field for these.
      case Remedy.Again _, Remedy.Unlock _ -> Optional.empty();
    };
  }

  private Button anew(Starts jobs, List<String> names) {
    Runnable start = () -> jobs.remedies().anew(jobs.report(), names);
    return jobs.remedies().renews(jobs.report())
        ? button("verdict.remedy.renew", Feather.REFRESH_CW, "mend-renew", start)
        : button("verdict.remedy.create", Feather.LOCK, "mend-create", start);
  }

  private Button button(String stem, Feather icon, String id, Runnable act) {
    Button button = Layouts.button(text, stem, act);
    button.setGraphic(Icons.small(icon));
    button.setId(id);
    return button;
  }

  private void showConsole(int port) {
    words.getChildren().removeIf(node -> "mend-console".equals(node.getId()));
    words.getChildren().add(new ConsoleSteps(text, Path.of(""), port));
  }

  private Node fingerprint(Fingerprint fingerprint) {
    Label print = FingerprintText.of(fingerprint);
    CopyButton copy =
        new CopyButton(
            text, text.of("verdict.remedy.compare.text"), () -> fingerprint.withColons());
    copy.setId("copy-fingerprint");
    HBox row = new HBox(print, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("console-step");
    return Layouts.stack(Sentences.hint(text.of("verdict.remedy.compare.text")), row);
  }
}
