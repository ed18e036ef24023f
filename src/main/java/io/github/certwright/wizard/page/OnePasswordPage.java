package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.SecretField;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Which password protects one file. */
public final class OnePasswordPage extends FieldsPage {
  private final SecretField secret;

  /**
   * @param keptKey message key of what is said while the password is one that was made
   */
  public OnePasswordPage(Text text, OnePasswordModel model, String keptKey) {
    super(text, model);
    secret = new SecretField(text, model.half().firstProperty());
    secret.input().setId("new-password");
    Button make = Layouts.button(text, "passwords.makeOne", model::makeIt);
    make.setGraphic(Icons.small(Feather.REFRESH_CW));
    make.setId("make");
    Note kept = new Note(Feather.INFO, "");
    model.half().madeProperty().subscribe(made -> kept.say(made ? text.of(keptKey) : ""));
    show(
        new PasswordPane(text, fields(), model.half(), secret, model.field()),
        new HBox(make),
        kept,
        fields().general());
  }

  @Override
  public Node firstFocus() {
    return secret.input();
  }
}
