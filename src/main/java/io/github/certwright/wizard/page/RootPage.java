package io.github.certwright.wizard.page;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Field;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;

/** "What is your root authority called?" */
public final class RootPage extends FieldsPage {
  private static final double GAP = 16;

  private final Field name;

  public RootPage(Text text, RootModel model) {
    super(text, model);
    CertificateFields made = new CertificateFields(text, fields());
    name = words(RootModel.NAME, "root-name", model.nameProperty());
    Columns grid =
        new Columns(
            GAP,
            name,
            words(RootModel.ORGANISATION, "organisation", model.organisationProperty()),
            made.ends(RootModel.DAYS, new DatePicker(), model.endsProperty(), model::days),
            made.key(RootModel.KEY, model.keyProperty(), AuthorityAnswers.keys()));
    show(grid, words(RootModel.DOMAINS, "domains", model.domainsProperty()), fields().general());
  }

  @Override
  public Node firstFocus() {
    return name.focus();
  }

  private Field words(String stem, String id, StringProperty value) {
    TextField input = new TextField();
    input.setId(id);
    input.textProperty().bindBidirectional(value);
    return fields().add(stem, new Field(text(), stem, input));
  }
}
