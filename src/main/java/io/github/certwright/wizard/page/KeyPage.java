package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Field;
import javafx.scene.Node;

/** "What kind of key shall it be?" */
public final class KeyPage extends FieldsPage {
  private final Field key;

  public KeyPage(Text text, CertificateModel model) {
    super(text, model);
    CertificateFields made = new CertificateFields(text, fields());
    key = made.key(model.keyProperty());
    show(
        new Columns(
            16, key, made.alias(model.aliasProperty()), made.format(model.formatProperty())),
        fields().general());
  }

  @Override
  public Node firstFocus() {
    return key.focus();
  }
}
