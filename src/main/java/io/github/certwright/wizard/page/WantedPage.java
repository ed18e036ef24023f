package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Field;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;

/** "What should the certificate be like?", where an authority of our own issues it. */
public final class WantedPage extends FieldsPage {
  private static final double GAP = 16;

  private final Field ends;

  public WantedPage(Text text, CertificateModel model) {
    super(text, model);
    CertificateFields made = new CertificateFields(text, fields());
    ends = made.ends(new DatePicker(), model.endsProperty(), model::days);
    show(
        new Columns(GAP, ends, made.key(model.keyProperty()), made.alias(model.aliasProperty())),
        fields().general());
  }

  @Override
  public Node firstFocus() {
    return ends.focus();
  }
}
