package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.SecretField;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Which password protects our own root authority. */
public final class RootSecretPage extends FieldsPage {
  private final SecretField secret;

  public RootSecretPage(Text text, RootSecretModel model) {
    super(text, model);
    secret = new SecretField(text, model.half().firstProperty());
    secret.input().setId("root-password");
    Button make = Layouts.button(text, "passwords.makeOne", model::makeIt);
    make.setGraphic(Icons.small(Feather.REFRESH_CW));
    make.setId("make");
    Note keep = new Note(Feather.ALERT_TRIANGLE, "");
    model
        .half()
        .madeProperty()
        .subscribe(
            made -> keep.say(made ? text.of("rootSecret.made.text") : text.of("rootSecret.text")));
    show(
        new PasswordPane(
            text, fields(), model.half(), secret, RootSecretModel.PASSWORD, RootSecretModel.AGAIN),
        new HBox(make),
        keep,
        fields().general());
  }

  @Override
  public Node firstFocus() {
    return secret.input();
  }
}
