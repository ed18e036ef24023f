package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What to keep safe of a new root authority, and how computers come to trust it. */
public final class RootMadePage extends EndPage {
  private final RootMadeModel model;
  private final Consumer<RunReport> again;
  private final Consumer<Path> trust;

  /**
   * @param again goes back to the page from which it can be tried again
   * @param trust goes over to the job that has this computer trust a certificate
   */
  public RootMadePage(
      Text text,
      RootMadeModel model,
      Dialogs dialogs,
      Picker picker,
      Consumer<RunReport> again,
      Consumer<Path> trust) {
    super(text, model, dialogs, picker);
    this.model = model;
    this.again = again;
    this.trust = trust;
    follow();
  }

  @Override
  String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION, NEEDS_ADMIN -> "rootMade.made";
      case PARTLY -> "done.partly";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED, NOT_TRUSTED -> "done.failed";
    };
  }

  @Override
  String undoQuestion() {
    return "rootMade.undo.ask";
  }

  @Override
  void again(RunReport report) {
    again.accept(report);
  }

  @Override
  List<Node> asBefore() {
    return List.of(new Note(Feather.ROTATE_CCW, text().of("rootMade.undone.text")));
  }

  @Override
  List<Node> parts(RunReport report) {
    List<Node> parts = new ArrayList<>();
    problems(report).ifPresent(parts::add);
    firstButtons(report);
    model
        .certificate()
        .ifPresent(
            file -> {
              parts.add(steps());
              report.certificate().ifPresent(made -> parts.add(fingerprint(made)));
              Button now = add("rootMade.trust", Feather.SHIELD, () -> trust.accept(file));
              now.setId("trust-now");
              now.getStyleClass().add("accent");
              add("done.folder", Feather.FOLDER, model::openFolder).setId("open-folder");
            });
    lastButton();
    errands().ifPresent(parts::add);
    return parts;
  }

  private Node steps() {
    VBox steps = Layouts.panel(Sentences.heading(text().of("rootMade.next.title")));
    steps.setId("next-steps");
    List<String> sentences =
        List.of(
            text().of("rootMade.next.keep", FileRole.AUTHORITY_KEYSTORE.fileName()),
            text().of("rootMade.next.trust", FileRole.AUTHORITY_CERTIFICATE.fileName()),
            text().of("rootMade.next.issue"));
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

  private Node fingerprint(RunReport.CertificateFacts made) {
    Label title = Sentences.heading(text().of("rootMade.print.title"));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    CopyButton copy = new CopyButton(text(), title.getText(), () -> made.sha256().withColons());
    copy.setId("copy-fingerprint");
    HBox head = new HBox(title, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("joined");
    return Layouts.panel(
        head,
        Sentences.hint(text().of("rootMade.print.text", made.notAfter())),
        FingerprintText.of(made.sha256()));
  }
}
