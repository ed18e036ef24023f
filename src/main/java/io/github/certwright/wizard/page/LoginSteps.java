package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport.ToolReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What to tick and type in the tool, and where newer tools keep a list of their own. */
final class LoginSteps extends VBox {

  /**
   * @param server what to type as the server; empty when it is not known
   * @param ownLists the tools that may keep a list of server certificates of their own
   */
  LoginSteps(Text text, String server, List<ToolReport> ownLists) {
    setId("login");
    getStyleClass().add("close");
    VBox login = Layouts.panel(Sentences.heading(text.of("report.login.title")));
    login.getChildren().add(step(1, text.of("installed.login.restart")));
    HBox tick =
        step(
            2,
            server.isEmpty()
                ? text.of("installed.login.tick")
                : text.of("report.login.text", server));
    if (!server.isEmpty()) {
      tick.getChildren().add(new CopyButton(text, server, () -> server));
    }
    login.getChildren().add(tick);
    getChildren().add(login);
    if (!ownLists.isEmpty()) {
      getChildren().add(newer(text, ownLists));
    }
  }

  private static Node newer(Text text, List<ToolReport> tools) {
    List<String> names = tools.stream().map(tool -> name(text, tool)).distinct().toList();
    VBox panel =
        Layouts.panel(
            Sentences.heading(text.of("kit.readme.newer.title")),
            Sentences.hint(text.of("installed.newer.text", names)));
    panel.setId("newer");
    List<String> clicks =
        List.of(
            text.of("kit.readme.newer.open"),
            text.of("installed.newer.add"),
            text.of("kit.readme.newer.restart"));
    for (int i = 0; i < clicks.size(); i++) {
      panel.getChildren().add(step(i + 1, clicks.get(i)));
    }
    return panel;
  }

  private static String name(Text text, ToolReport tool) {
    return tool.version().isEmpty()
        ? text.of("installed.newer.unknown", tool.product())
        : tool.product() + " " + tool.version();
  }

  private static HBox step(int number, String sentence) {
    Label mark = new Label(String.valueOf(number));
    mark.getStyleClass().add("step-number");
    Label words = Sentences.plain(sentence);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(mark, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("console-step");
    return row;
  }
}
