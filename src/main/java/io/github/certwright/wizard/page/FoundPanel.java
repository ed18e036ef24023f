package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Whose certificate was found, until when, and its fingerprint. */
final class FoundPanel extends VBox {
  private static final double GAP = 16;

  private final Text text;
  private final SourceModel model;
  private final VBox facts = new VBox();
  private final CheckBox tick = new CheckBox();
  private final Field same;

  FoundPanel(Text text, SourceModel model, Fields fields) {
    this.text = text;
    this.model = model;
    setId("found");
    getStyleClass().add("close");
    facts.getStyleClass().add("panel");
    tick.setId("same");
    tick.setWrapText(true);
    tick.selectedProperty().bindBidirectional(model.sameProperty());
    same = fields.add(SourceModel.SAME, new Field(text, "source.same", tick));
    HBox busy = FactsPanel.busy(text);
    getChildren().addAll(busy, facts);
    SourcePage.shownWhen(busy, model.readingProperty());
    model.foundProperty().subscribe(this::show);
  }

  private void show(Optional<CertificateFacts> found) {
    facts.setVisible(found.isPresent());
    facts.setManaged(found.isPresent());
    facts.getChildren().clear();
    found.ifPresent(this::show);
  }

  private void show(CertificateFacts found) {
    String whose = text.of("source.found.whose", whose(found));
    String until = text.of("source.found.until", found.notAfter());
    Node print = FingerprintText.of(found.sha256());
    facts.getChildren().addAll(Sentences.heading(whose), Sentences.plain(until));
    if (!found.subject().equals("CN=" + whose(found))) {
      facts.getChildren().add(Sentences.hint(found.subject()));
    }
    boolean asks = model.kindProperty().get() == SourceKind.SERVER;
    if (asks && model.agreementProperty().get() instanceof Agreement.Changed changed) {
      facts.getChildren().addFirst(alarm(changed.before(), print));
    } else {
      facts.getChildren().addAll(Sentences.hint(text.of("done.fingerprint.text")), print);
      if (asks) {
        facts.getChildren().add(comparison());
      }
    }
    Spoken.name(this, whose + " " + until);
  }

  /** What was compared before is not asked for again. */
  private Node comparison() {
    tick.setText(text.of("source.same.tick"));
    return model.agreementProperty().get() instanceof Agreement.Same
        ? new Note(Feather.CHECK, text.of("source.same.known"))
        : same;
  }

  /** Another certificate than the one agreed to is said loudly, the old one beside the new. */
  private Node alarm(Fingerprint before, Node now) {
    tick.setText(text.of("trust.changed.yes.label"));
    Label loud = Sentences.heading(text.of("trust.changed.title"));
    loud.getStyleClass().add("loud");
    Columns both =
        new Columns(
            GAP,
            Layouts.stack(
                Sentences.hint(text.of("trust.before.label")), FingerprintText.of(before)),
            Layouts.stack(Sentences.hint(text.of("trust.now.label")), now));
    VBox warning = Layouts.panel(loud, Sentences.plain(text.of("trust.changed.text")), both, same);
    warning.setId("changed");
    warning.getStyleClass().add("alarm");
    return warning;
  }

  /** The names that people know, or the owner's name where there are none. */
  static String whose(CertificateFacts found) {
    return found.names().isEmpty() ? found.subject() : String.join(", ", found.names());
  }
}
