package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Finding;
import io.github.certwright.check.Level;
import io.github.certwright.check.Remedy;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a check found, the same wherever it is shown: verdict, pictures, findings, details. */
final class VerdictView {
  private final Text text;
  private final CheckReport report;
  private final Optional<CheckSomething.Remedies> remedies;

  /**
   * @param remedies starts the jobs that mend what was found; empty where none may be started
   */
  VerdictView(Text text, CheckReport report, Optional<CheckSomething.Remedies> remedies) {
    this.text = text;
    this.report = report;
    this.remedies = remedies;
  }

  /** Everything at once, for a page of which it is only a part. */
  VBox whole() {
    VBox all = new VBox(banner());
    all.getStyleClass().add("page");
    all.getChildren().addAll(parts());
    all.getChildren().add(details());
    return all;
  }

  /** The one sentence. */
  Node banner() {
    return new VerdictBanner(text, report);
  }

  /** Findings and pictures, from top to bottom. */
  List<Node> parts() {
    List<Node> parts = new ArrayList<>();
    List<Finding> all = report.findings();
    findings("verdict.findings.title", all.stream().filter(VerdictView::isWrong).toList())
        .ifPresent(parts::add);
    report
        .connection()
        .map(seen -> new TrustPicture(text, report, seen))
        .ifPresent(picture -> parts.add(part("verdict.trust.title", picture)));
    if (!report.links().isEmpty() && report.contents().isEmpty()) {
      parts.add(part("verdict.chain.title", new ChainPicture(text, report.links())));
    }
    findings("verdict.entries.title", all.stream().filter(VerdictView::isEntry).toList())
        .ifPresent(parts::add);
    findings(
            "verdict.good.title",
            all.stream().filter(found -> !isWrong(found) && !isEntry(found)).toList())
        .ifPresent(parts::add);
    return parts;
  }

  /** The technical details, folded. */
  Node details() {
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

  private Node part(String titleKey, Node picture) {
    return Layouts.stack(Sentences.heading(text.of(titleKey)), picture);
  }

  private static boolean isWrong(Finding finding) {
    return finding.level() != Level.GREEN;
  }

  /** The good news about single entries stand where the entries do. */
  private static boolean isEntry(Finding finding) {
    return finding.level() == Level.GREEN
        && switch (finding.key()) {
          case "check.entry.key", "check.entry.trusted", "check.entry.other" -> true;
          default -> false;
        };
  }

  private Optional<Node> findings(String titleKey, List<Finding> findings) {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    VBox list = new VBox();
    list.getStyleClass().add("sentence-list");
    Optional<FindingLine.Starts> starts =
        remedies.map(jobs -> new FindingLine.Starts(jobs, report));
    Set<Remedy> offered = new HashSet<>();
    for (Finding finding : findings) {
      // What mends several things is offered with the first of them.
      Optional<Remedy> remedy = finding.remedy().filter(offered::add);
      list.getChildren().add(new FindingLine(text, finding, remedy, starts));
    }
    return Optional.of(part(titleKey, list));
  }
}
