package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of each tool. */
final class ToolStates extends VBox {
  ToolStates(Text text, List<ToolReport> tools) {
    setId("tool-states");
    getStyleClass().add("check-list");
    tools.forEach(tool -> getChildren().add(row(text, tool)));
  }

  private static Node row(Text text, ToolReport tool) {
    String version =
        tool.version().isEmpty() ? text.of("where.tools.version.unknown") : tool.version();
    Label name = Sentences.plain(tool.product());
    name.getStyleClass().add("tool-name");
    String state = state(text, tool.state());
    VBox words =
        new VBox(
            name,
            Sentences.hint(text.of("where.tools.detail", version, tool.path().toString())),
            Sentences.plain(state));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon(tool.state()), words);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().addAll("icon-line", "check-row");
    row.setAccessibleText(tool.product() + " " + version + ": " + state);
    return row;
  }

  private static String state(Text text, String word) {
    return switch (word) {
      case "installed" -> text.of("installed.state.installed");
      case "already-there" -> text.of("installed.state.already");
      case "needs-admin" -> text.of("installed.state.admin");
      case "undone" -> text.of("installed.state.undone");
      default -> text.of("installed.state.failed");
    };
  }

  private static Node icon(String word) {
    return switch (word) {
      case "installed", "already-there" -> coloured(Feather.CHECK_CIRCLE, "good");
      case "needs-admin" -> coloured(Feather.SHIELD, "warns");
      case "undone" -> coloured(Feather.ROTATE_CCW, "quiet");
      default -> coloured(Feather.X_CIRCLE, "bad");
    };
  }

  private static Node coloured(Feather feather, String colour) {
    FontIcon icon = Icons.small(feather);
    icon.getStyleClass().add(colour);
    return icon;
  }
}
