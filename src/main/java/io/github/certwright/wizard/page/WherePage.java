package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Picker;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** "Where does everything go?" */
public final class WherePage implements Page {
  private final WhereModel model;
  private final Fields fields;
  private final FolderPanel folder;
  private final VBox content;

  public WherePage(Text text, WhereModel model, Picker picker) {
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    folder = new FolderPanel(text, model, fields, picker);
    ToolsPanel tools = new ToolsPanel(text, model.tools(), picker);
    content =
        Layouts.page(
            folder,
            Layouts.stack(
                fields.add("where.tools", new Field(text, "where.tools", tools)),
                new RightsPanel(text, model.rights(), picker)),
            UploadPanel.optional(text, model.upload(), fields),
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
    return model.firstRefused().map(this::focusFor).orElse(folder.input());
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, folder.input());
  }
}
