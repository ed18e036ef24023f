package io.github.certwright.wizard.page;

import io.github.certwright.run.Renewal;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "How is it renewed?" */
public final class RenewalPage extends FieldsPage {
  private final RenewalModel model;
  private final DatePicker ends = new DatePicker();
  private final Note now = new Note(Feather.AWARD, "");
  private final Note clients = new Note(Feather.MONITOR, "");
  private final VBox itself = new VBox();
  private final Node request;
  private final Field way;

  public RenewalPage(Text text, RenewalModel model, Picker picker) {
    super(text, model);
    this.model = model;
    ToggleGroup ways = new ToggleGroup();
    itself.getChildren().add(way(ways, RenewalModel.Way.ITSELF, "renew.itself"));
    request = way(ways, RenewalModel.Way.REQUEST, "renew.request");
    VBox choices =
        Layouts.stack(itself, request, way(ways, RenewalModel.Way.AUTHORITY, "renew.own"));
    way = fields().add(RenewalModel.WAY, new Field(text, RenewalModel.WAY, choices));
    VBox root = authority(picker);
    ToggleGroup keys = new ToggleGroup();
    VBox key =
        Layouts.stack(
            Choices.radio(text, keys, "renew.keep", model.newKeyProperty(), false),
            Choices.radio(text, keys, "renew.new", model.newKeyProperty(), true));
    Field keyField = fields().add(RenewalModel.KEY, new Field(text, RenewalModel.KEY, key));
    Field days =
        new CertificateFields(text, fields()).ends(ends, model.endsProperty(), model::days);
    show(now, way, root, keyField, clients, days, fields().general());
    for (Node each : new Node[] {keyField, days}) {
      SourcePage.shownWhen(
          each, model.wayProperty().map(chosen -> chosen != RenewalModel.Way.REQUEST));
    }
    SourcePage.shownWhen(root, model.wayProperty().map(RenewalModel.Way.AUTHORITY::equals));
    model.foundProperty().subscribe(this::showClients);
    model.enteredProperty().subscribe(of -> of.ifPresent(this::showNow));
  }

  @Override
  public Node firstFocus() {
    return model.wayProperty().get() == RenewalModel.Way.ITSELF
        ? ends
        : request.lookup(".radio-button");
  }

  private Node way(ToggleGroup group, RenewalModel.Way which, String stem) {
    return Choices.radio(text(), group, stem, model.wayProperty(), which);
  }

  private VBox authority(Picker picker) {
    TextField file = new TextField();
    file.setId("authority-file");
    return Layouts.stack(
        fileField(
            RenewalModel.AUTHORITY,
            file,
            model.authorityProperty(),
            model::settle,
            () ->
                picker
                    .file(text().of("renew.authority.browse.title"))
                    .ifPresent(chosen -> model.authorityProperty().set(chosen.toString()))),
        secretField(RenewalModel.PASSWORD, "authority-password", model.passwordProperty()));
  }

  @Override
  void left(String field) {
    super.left(field);
    if (field.equals(RenewalModel.PASSWORD)) {
      model.settle();
    }
  }

  private void showNow(Renewal renewal) {
    SourcePage.shown(way, !renewal.selfSigned());
    SourcePage.shown(itself, renewal.selfSigned());
    String whose = FoundPanel.whose(renewal.facts());
    now.say(
        renewal.selfSigned()
            ? text().of("renew.now.itself", whose, renewal.facts().notAfter())
            : text()
                .of("renew.now.authority", whose, renewal.facts().notAfter(), renewal.issuer()));
  }

  private void showClients(Optional<RenewalModel.Chosen> chosen) {
    clients.say(chosen.map(known -> consequence(known.clients())).orElse(""));
  }

  private String consequence(Renewal.Clients what) {
    return switch (what) {
      case KEEP_WORKING -> text().of("renew.clients.keep");
      case UNKNOWN -> text().of("renew.clients.unknown");
      case NEED_NEW_FILES -> "";
    };
  }
}
