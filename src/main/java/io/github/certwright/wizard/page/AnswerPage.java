package io.github.certwright.wizard.page;

import io.github.certwright.plan.Origin.Trusted;
import io.github.certwright.run.Material;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** "What did the authority send?" */
public final class AnswerPage extends FieldsPage {
  private final AnswerModel model;
  private final FilesPanel files;
  private final VBox chain = new VBox();

  public AnswerPage(Text text, AnswerModel model, Picker picker) {
    super(text, model);
    this.model = model;
    files = new FilesPanel(text, model.files(), "answer.browse.title", picker, model::add);
    chain.getStyleClass().add("close");
    show(
        fields().add(AnswerModel.FILES, new Field(text, AnswerModel.FILES, files, files.button())),
        fields().general(),
        new FactsPanel(
            text,
            model.lookingProperty(),
            model.foundProperty().map(one -> one.map(known -> known.chain().getFirst()))),
        chain,
        trust());
    model.foundProperty().subscribe(this::showChain);
  }

  @Override
  public Node firstFocus() {
    return files.button();
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(model::add);
  }

  private void showChain(Optional<Material> found) {
    chain.getChildren().clear();
    found.ifPresent(
        known ->
            chain
                .getChildren()
                .addAll(
                    Sentences.heading(text().of("answer.chain.title")),
                    new ChainPicture(text(), model.links())));
    SourcePage.shown(chain, found.isPresent());
  }

  private Node trust() {
    ToggleGroup group = new ToggleGroup();
    VBox box =
        Layouts.stack(
            Sentences.heading(text().of("answer.trust.title")),
            choice(group, Trusted.ROOT, "answer.trust.root"),
            choice(group, Trusted.CERTIFICATE, "answer.trust.certificate"));
    SourcePage.shownWhen(
        box, model.foundProperty().map(one -> one.map(Material::mayChooseTrusted).orElse(false)));
    return box;
  }

  private Node choice(ToggleGroup group, Trusted which, String stem) {
    return Choices.radio(text(), group, stem, model.trustedProperty(), which);
  }
}
