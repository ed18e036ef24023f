package io.github.certwright.wizard.page;

import io.github.certwright.run.OpenAuthority;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/** "Which authority issues it?" */
public final class IssuePage extends FieldsPage {
  private final IssueModel model;
  private final TextField file = new TextField();
  private final Field password;
  private final Note found = new Note(Feather.AWARD, "");

  public IssuePage(Text text, IssueModel model, Picker picker) {
    super(text, model);
    this.model = model;
    file.setId("authority-file");
    Field chosen =
        fileField(
            IssueModel.FILE,
            file,
            model.fileProperty(),
            model::settle,
            () -> picker.file(text.of("renew.authority.browse.title")).ifPresent(this::take));
    password = secretField(IssueModel.PASSWORD, "authority-password", model.passwordProperty());
    show(chosen, password, found, fields().general());
    found.setId("issuing");
    model.foundProperty().subscribe(now -> found.say(now.map(this::sentence).orElse("")));
  }

  /** The password, where the authority is known already. */
  @Override
  public Node firstFocus() {
    return file.getText().isEmpty() ? file : password.focus();
  }

  @Override
  public Optional<Consumer<Path>> onDrop() {
    return Optional.of(this::take);
  }

  /** A password is tried when its field is left, so that nobody is told off while typing. */
  @Override
  void left(String field) {
    super.left(field);
    if (field.equals(IssueModel.PASSWORD)) {
      model.settle();
    }
  }

  private void take(Path chosen) {
    model.fileProperty().set(chosen.toString());
  }

  private String sentence(IssueModel.Issuing now) {
    OpenAuthority root = now.authority();
    return text().of("issue.found.text", root.name(), root.facts().notAfter());
  }
}
