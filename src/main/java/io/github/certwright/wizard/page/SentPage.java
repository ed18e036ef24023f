package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How sending ended: uses it already, not yet, somebody else's certificate, or refused. */
final class SentPage implements Page {
  private final Text text;
  private final SentModel model;
  private final Consumer<RunReport> again;
  private final VBox content = Layouts.page();
  private final VBox seen = new VBox();

  /**
   * @param again goes back to where it can be tried again
   */
  SentPage(Text text, SentModel model, Consumer<RunReport> again) {
    this.text = text;
    this.model = model;
    this.again = again;
    content.setId("sent");
    content.setFocusTraversable(true);
    model.reportProperty().subscribe(report -> report.ifPresent(this::show));
    model.lookingProperty().subscribe(_ -> showSeen());
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
    return Optional.ofNullable(content.lookup(".button")).orElse(content);
  }

  @Override
  public PageButtons buttons() {
    return new PageButtons("", "done.finish", "");
  }

  @Override
  public String headingStem() {
    return model.reportProperty().get().map(SentPage::heading).orElse("sent.failed");
  }

  private static String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION, NEEDS_ADMIN -> "sent.secure";
      case PARTLY -> report.uploaded() ? "sent.waiting" : "sent.unclear";
      case NOT_TRUSTED -> "done.untrusted";
      case CANCELLED -> "sent.cancelled";
      case FAILED, REFUSED -> "sent.failed";
    };
  }

  private void show(RunReport report) {
    List<Node> parts = content.getChildren();
    parts.clear();
    if (!report.problems().isEmpty()) {
      parts.add(problems(report.problems()));
    }
    if (report.state() != RunReport.State.DONE) {
      Button retry = Layouts.button(text, "done.send", () -> again.accept(report));
      retry.setId("send-again");
      retry.setGraphic(Icons.small(Feather.SEND));
      FlowPane buttons = new FlowPane(retry);
      buttons.getStyleClass().add("chips");
      if (report.uploaded()) {
        buttons.getChildren().addFirst(lookAgain());
      }
      parts.add(Layouts.stack(buttons, seen));
    }
    SentModel.About about = model.about();
    if (report.uploaded()) {
      parts.add(new AfterwardsPanel(text, about.afterwards()));
    } else {
      parts.add(new ConsoleSteps(text, about.folder(), about.tlsPort()));
    }
    report
        .certificate()
        .ifPresent(
            made ->
                parts.add(
                    Layouts.panel(
                        Sentences.heading(text.of("done.until", made.notAfter())),
                        Sentences.hint(text.of("done.fingerprint.text")),
                        FingerprintText.of(made.sha256()))));
  }

  private Node lookAgain() {
    Button look = Layouts.button(text, "sent.look", model::look);
    look.setId("look-again");
    look.setGraphic(Icons.small(Feather.REFRESH_CW));
    look.disableProperty().bind(model.lookingProperty());
    return look;
  }

  private void showSeen() {
    seen.getChildren().clear();
    if (model.lookingProperty().get()) {
      ProgressIndicator wheel = new ProgressIndicator();
      wheel.getStyleClass().add("small-wheel");
      seen.getChildren().add(wheel);
      return;
    }
    model
        .seenProperty()
        .get()
        .ifPresent(
            found -> {
              seen.getChildren().add(new VerdictView(text, found, Optional.empty()).whole());
              seen.lookup("#verdict").requestFocus();
            });
  }

  private Node problems(List<Problem> problems) {
    VBox box = new VBox();
    box.getStyleClass().addAll("panel", "problems");
    problems.forEach(problem -> box.getChildren().add(new ProblemLine(text, problem)));
    return box;
  }
}
