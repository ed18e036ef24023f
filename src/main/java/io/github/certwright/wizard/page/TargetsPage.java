package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.control.Field;
import io.github.certwright.wizard.control.Fields;
import io.github.certwright.wizard.control.Picker;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** "Which tools shall trust it?" */
public final class TargetsPage implements Page {
  private final TargetsModel model;
  private final Fields fields;
  private final ToolsPanel tools;
  private final VBox content;

  public TargetsPage(Text text, TargetsModel model, Picker picker) {
    this.model = model;
    fields = new Fields(text, model.shown(), model::left);
    tools = new ToolsPanel(text, model.tools(), picker);
    content =
        Layouts.page(
            fields.add(TargetsModel.TOOLS, new Field(text, "where.tools", tools)),
            new RightsPanel(text, model.rights(), picker),
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
    return tools;
  }

  @Override
  public Node focusFor(String field) {
    return fields.focusFor(field, tools);
  }
}
