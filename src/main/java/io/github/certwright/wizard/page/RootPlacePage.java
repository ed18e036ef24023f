package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Picker;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** "Where do the files of the authority go?", and those that it issues. */
public final class RootPlacePage extends FieldsPage {
  private final FolderPanel folder;

  /**
   * @param notes what is worth knowing about the files
   */
  RootPlacePage(Text text, PlaceModel<?> model, Picker picker, Node... notes) {
    super(text, model);
    folder = new FolderPanel(text, model, fields(), picker);
    List<Node> parts = new ArrayList<>(List.of(folder));
    parts.addAll(List.of(notes));
    parts.add(fields().general());
    show(parts.toArray(Node[]::new));
  }

  @Override
  public Node firstFocus() {
    return folder.input();
  }
}
