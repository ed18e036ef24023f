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
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** "Which certificate shall be trusted?" */
public final class AnchorPage extends FieldsPage {
  private final AnchorModel model;
  private final TextField file = new TextField();
  private final VBox found = Layouts.panel();

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
        found,
        fields().general());
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
