package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.SecretField;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** "Send the keystore to Teamwork Cloud": one that was made before. */
final class SendPage implements Page {
  private final SendModel model;
  private final Fields fields;
  private final TextField file = new TextField();
  private final SecretField password;
  private final VBox content;

  SendPage(Text text, SendModel model, Picker picker) {
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    file.setId("send-keystore");
    file.textProperty().bindBidirectional(model.keystoreProperty());
    HBox.setHgrow(file, Priority.ALWAYS);
    Button browse = Layouts.button(text, "where.browse", () -> browse(text, picker));
    HBox row = new HBox(file, browse);
    row.getStyleClass().add("joined");
    password = new SecretField(text, model.passwordProperty());
    password.input().setId("send-password");
    Field word = new Field(text, "send.password", password, password.input());
    model
        .passwordKeptProperty()
        .subscribe(kept -> word.hint(text.of(kept ? "send.password.kept" : "send.password.help")));
    content =
        Layouts.page(
            fields.add(SendModel.KEYSTORE, new Field(text, "send.keystore", row, file)),
            fields.add(SendModel.PASSWORD, word),
            UploadPanel.alone(text, model.upload(), fields),
            fields.general());
  }

  @Override
  public PageModel model() {
    return model;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public Node firstFocus() {
    return model.passwordKeptProperty().get() ? focusFor("where.password") : password.input();
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, file);
  }

  private void browse(Text text, Picker picker) {
    picker
        .file(text.of("send.browse.title"))
        .map(Path::toString)
        .ifPresent(model.keystoreProperty()::set);
  }
}
