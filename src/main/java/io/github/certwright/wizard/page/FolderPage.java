package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Picker;
import javafx.scene.Node;

/** "Where do the files go?" */
public final class FolderPage extends FieldsPage {
  private final FolderPanel folder;

  public FolderPage(Text text, FolderModel model, Picker picker) {
    super(text, model);
    folder = new FolderPanel(text, model, fields(), picker);
    show(folder, fields().general());
  }

  @Override
  public Node firstFocus() {
    return folder.input();
  }
}
