package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.CopyButton;
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
import org.kordamp.ikonli.feather.Feather;

/** What to keep safe of a new root authority, and how computers come to trust it. */
public final class RootMadePage extends MadePage {
  private final RootMadeModel model;
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
    super(
        text,
        model,
        new Words("rootMade.made", "rootMade.undo.ask", "rootMade.undone.text"),
        dialogs,
        picker,
        again);
    this.model = model;
    this.trust = trust;
    follow();
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
              addFolder();
              add("rootMade.reminder", Feather.CALENDAR, this::saveReminder).setId("reminder");
            });
    lastButton();
    errands().ifPresent(parts::add);
    return parts;
  }

  private void saveReminder() {
    picker()
        .save(text().of("done.reminder.title"), "authority-ends.ics")
        .ifPresent(model::saveReminder);
  }

  private Node steps() {
    return steps(
        text().of("rootMade.next.title"),
        List.of(
            text().of("rootMade.next.keep", FileRole.AUTHORITY_KEYSTORE.fileName()),
            text().of("rootMade.next.trust", FileRole.AUTHORITY_CERTIFICATE.fileName()),
            text().of("rootMade.next.issue")));
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
