package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Whose certificate was found and until when it is valid; that somebody is looking, until then. */
final class FactsPanel extends VBox {
  private final Text text;
  private final boolean waiting;
  private final VBox facts = Layouts.panel();

  /** Of a certificate. */
  FactsPanel(
      Text text,
      ObservableValue<Boolean> looking,
      ObservableValue<Optional<CertificateFacts>> found) {
    this(text, looking, found, false);
  }

  /**
   * @param waiting whether the certificate only keeps the place of the one that was asked for
   */
  FactsPanel(
      Text text,
      ObservableValue<Boolean> looking,
      ObservableValue<Optional<CertificateFacts>> found,
      boolean waiting) {
    this.text = text;
    this.waiting = waiting;
    setId("found");
    getStyleClass().add("close");
    HBox busy = busy(text);
    getChildren().addAll(busy, facts);
    SourcePage.shownWhen(busy, looking);
    SourcePage.shownWhen(facts, found.map(Optional::isPresent));
    found.subscribe(now -> now.ifPresent(this::show));
  }

  /** That somebody is looking. */
  static HBox busy(Text text) {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    HBox busy = new HBox(wheel, Sentences.hint(text.of("source.reading")));
    busy.setAlignment(Pos.CENTER_LEFT);
    busy.getStyleClass().add("icon-line");
    return busy;
  }

  private void show(CertificateFacts found) {
    String name = FoundPanel.whose(found);
    String whose =
        waiting ? text.of("waiting.found.whose", name) : text.of("source.found.whose", name);
    String until =
        waiting
            ? text.of("waiting.found.key", found.key())
            : text.of("source.found.until", found.notAfter());
    facts
        .getChildren()
        .setAll(Sentences.heading(whose), Sentences.plain(until), Sentences.hint(found.subject()));
    Spoken.name(this, whose + " " + until);
  }
}
