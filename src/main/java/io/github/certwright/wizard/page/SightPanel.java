package io.github.certwright.wizard.page;

import io.github.certwright.answers.HostName;
import io.github.certwright.text.Text;
import io.github.certwright.tls.Reachability;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the network says about the server's name; nothing here keeps anybody from going on. */
final class SightPanel extends VBox {
  private final Text text;

  SightPanel(Text text, ServerModel model) {
    this.text = text;
    setId("sight");
    getStyleClass().addAll("panel", "sight");
    model.sightProperty().subscribe(this::show);
  }

  private void show(ServerModel.Sight sight) {
    List<Node> lines =
        switch (sight) {
          case ServerModel.Sight.Nothing() -> List.of();
          case ServerModel.Sight.Looking(HostName name) -> List.of(looking(name));
          case ServerModel.Sight.Seen(HostName name, Reachability reach) -> seen(name, reach);
        };
    getChildren().setAll(lines);
    setVisible(!lines.isEmpty());
    setManaged(!lines.isEmpty());
    Spoken.name(this, text.of("server.sight.label"));
  }

  private Node looking(HostName name) {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    return line(wheel, text.of("server.sight.looking", name.display()), "");
  }

  private List<Node> seen(HostName name, Reachability reach) {
    List<Node> lines = new ArrayList<>();
    if (!reach.resolves()) {
      lines.add(
          line(
              icon(Feather.ALERT_TRIANGLE, "warns"),
              text.of("server.sight.unknown", name.display()),
              text.of("server.sight.unknown.next")));
      return lines;
    }
    lines.add(
        line(
            icon(Feather.CHECK_CIRCLE, "good"),
            text.of("server.sight.resolves", name.display()),
            ""));
    lines.add(port(Reachability.REST_PORT, reach.rest(), text.of("server.sight.shut.console")));
    lines.add(port(Reachability.TLS_PORT, reach.tls(), text.of("server.sight.shut.secured")));
    return lines;
  }

  private Node port(int number, boolean answers, String whenShut) {
    return answers
        ? line(icon(Feather.CHECK_CIRCLE, "good"), text.of("server.sight.open", number), "")
        : line(icon(Feather.MINUS_CIRCLE, "quiet"), text.of("server.sight.shut", number), whenShut);
  }

  private static Node icon(Feather feather, String colour) {
    FontIcon icon = Icons.small(feather);
    icon.getStyleClass().add(colour);
    return icon;
  }

  private static Node line(Node icon, String words, String hint) {
    Label what = Sentences.plain(words);
    VBox sentences = new VBox(what);
    if (!hint.isEmpty()) {
      sentences.getChildren().add(Sentences.hint(hint));
    }
    HBox.setHgrow(sentences, Priority.ALWAYS);
    HBox line = new HBox(icon, sentences);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("icon-line");
    return line;
  }
}
