package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.SecretField;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "Which passwords protect the two files?" */
public final class PasswordsPage implements Page {
  private final PasswordsModel model;
  private final Fields fields;
  private final SecretField server;
  private final VBox content;

  public PasswordsPage(Text text, PasswordsModel model) {
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    server = new SecretField(text, model.server().firstProperty());
    server.input().setId("server-password");
    SecretField client = new SecretField(text, model.client().firstProperty());
    client.input().setId("client-password");
    Columns grid =
        new Columns(
            16,
            new PasswordPane(text, fields, model.server(), server, "passwords.server"),
            new PasswordPane(text, fields, model.client(), client, "passwords.client"));
    Button make = Layouts.button(text, "passwords.make", model::makeThem);
    make.setGraphic(Icons.small(Feather.REFRESH_CW));
    make.setId("make");
    Note kept = new Note(Feather.INFO, "");
    model
        .server()
        .madeProperty()
        .subscribe(made -> kept.say(made ? text.of("passwords.kept.text") : ""));
    content = Layouts.page(new HoldersPicture(text), grid, new HBox(make), kept, fields.general());
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
    return server.input();
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, server.input());
  }
}
