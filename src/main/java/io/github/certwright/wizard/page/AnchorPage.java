package io.github.certwright.wizard.page;

import io.github.certwright.run.TrustJob;
import io.github.certwright.text.Text;
import io.github.certwright.trust.Anchor;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** "Which certificate shall be trusted?" */
public final class AnchorPage extends FieldsPage {
  private final AnchorModel model;
  private final TextField file = new TextField();
  private final VBox found = Layouts.panel();
  private final VBox known = new VBox();

  public AnchorPage(Text text, AnchorModel model, Picker picker) {
    super(text, model);
    this.model = model;
    file.setId("anchor-file");
    found.setId("found");
    show(
        fileField(
            Anchor.FIELD,
            file,
            model.fileProperty(),
            model::settle,
            () -> picker.file(text.of("anchor.browse.title")).ifPresent(model::take)),
        known,
        found,
        fields().general());
    known.setId("known");
    known.getStyleClass().add("close");
    model.known().subscribe(this::showKnown);
    showKnown();
    model.foundProperty().subscribe(this::showFound);
  }

  @Override
  public Node firstFocus() {
    return file;
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(model::take);
  }

  private void showKnown() {
    ToggleGroup group = new ToggleGroup();
    VBox all = Layouts.stack();
    model.known().forEach(one -> all.getChildren().add(choice(group, one)));
    known
        .getChildren()
        .setAll(
            Sentences.heading(text().of("anchor.known.title")),
            Sentences.hint(text().of("anchor.known.text")),
            Layouts.scrolling(all));
    SourcePage.shown(known, !model.known().isEmpty());
  }

  private Node choice(ToggleGroup group, Anchor one) {
    RadioButton button =
        new RadioButton(
            text()
                .of(
                    "anchor.known.one",
                    TrustJob.title(one),
                    one.certificate().getNotAfter().toInstant()));
    button.setToggleGroup(group);
    button.setWrapText(true);
    button.setOnAction(event -> model.choose(one));
    model
        .chosenProperty()
        .subscribe(now -> button.setSelected(now.filter(one::equals).isPresent()));
    return button;
  }

  private void showFound(Optional<Anchor> anchor) {
    SourcePage.shown(found, anchor.isPresent());
    found.getChildren().clear();
    anchor.ifPresent(
        known ->
            found
                .getChildren()
                .addAll(
                    Sentences.heading(TrustJob.title(known)),
                    Sentences.plain(
                        text()
                            .of(
                                known.authority() ? "anchor.authority.text" : "anchor.own.text",
                                known.certificate().getNotAfter().toInstant())),
                    Sentences.hint(text().of("done.fingerprint.text")),
                    FingerprintText.of(known.fingerprint())));
  }
}
