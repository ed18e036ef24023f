package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Sentences;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** "What should the certificate be like?" */
public final class CertificatePage implements Page {
  private final Text text;
  private final CertificateModel model;
  private final Fields fields;
  private final DatePicker ends = new DatePicker();
  private final VBox content;

  public CertificatePage(Text text, CertificateModel model) {
    this.text = text;
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    CertificateFields made = new CertificateFields(text, fields);
    Field days = made.ends(ends, model.endsProperty(), model::days);
    Columns grid =
        new Columns(
            16,
            days,
            made.key(model.keyProperty()),
            made.alias(model.aliasProperty()),
            made.format(model.formatProperty()));
    content = Layouts.page(grid, fileNames(), fields.general());
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
    return ends;
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, ends);
  }

  private Node fileNames() {
    return Layouts.panel(
        Sentences.heading(text.of("certificate.files.label")),
        file(FileRole.SERVER_KEYSTORE, "certificate.file.keystore"),
        file(FileRole.CLIENT_STORE, "certificate.file.client"),
        file(FileRole.CLIENT_PASSWORD, "certificate.file.password"),
        file(FileRole.CERTIFICATE, "certificate.file.certificate"),
        file(FileRole.CLIENT_KIT, "certificate.file.kit"));
  }

  private Node file(FileRole role, String reason) {
    Label name = new Label(role.fileName());
    name.getStyleClass().add("file-name");
    GridPane row = new GridPane();
    row.getStyleClass().add("file-row");
    row.add(name, 0, 0);
    row.add(Sentences.hint(text.of(reason)), 1, 0);
    return row;
  }
}
