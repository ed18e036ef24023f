package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Picker;
import javafx.scene.Node;

/** "Where do the files of the authority go?" */
public final class RootPlacePage extends FieldsPage {
  private final FolderPanel folder;

  public RootPlacePage(Text text, RootPlaceModel model, Picker picker) {
    super(text, model);
    folder = new FolderPanel(text, model, fields(), picker);
    show(folder, fields().general());
  }

  @Override
  public Node firstFocus() {
    return folder.input();
  }
}
