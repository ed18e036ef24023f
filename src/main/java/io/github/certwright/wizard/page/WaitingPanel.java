package io.github.certwright.wizard.page;

import io.github.certwright.plan.WaitingRequest;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The requests whose answer is waited for, a line each, with the way to continue. */
final class WaitingPanel extends VBox {
  private final Desk desk;
  private final Text text;
  private final Consumer<WaitingRequest> carryOn;
  private final VBox list = new VBox();

  /**
   * @param carryOn continues with the answer to a request
   */
  WaitingPanel(Desk desk, Consumer<WaitingRequest> carryOn) {
    this.desk = desk;
    this.text = desk.text();
    this.carryOn = carryOn;
    list.getStyleClass().add("recent-list");
    setId("waiting");
    getStyleClass().add("close");
    getChildren().addAll(Sentences.heading(text.of("start.waiting.title")), list);
    show(List.of());
  }

  /** Looks which there are. */
  void refresh() {
    desk.background().run(cancellation -> desk.services().keys().waiting()).onSuccess(this::show);
  }

  private void show(List<WaitingRequest> requests) {
    list.getChildren().setAll(requests.stream().map(this::row).toList());
    SourcePage.shown(this, !requests.isEmpty());
  }

  private Node row(WaitingRequest request) {
    Label server = Sentences.plain(request.server());
    server.getStyleClass().add("recent-server");
    String since = text.of("start.waiting.since", request.made());
    VBox words = new VBox(server, Sentences.hint(since));
    HBox.setHgrow(words, Priority.ALWAYS);
    Button go = Layouts.button(text, "start.waiting.continue", () -> carryOn.accept(request));
    go.setId("waiting-continue");
    go.setGraphic(Icons.small(Feather.ARROW_RIGHT));
    go.getStyleClass().add("small");
    go.setAccessibleText(go.getText() + ": " + request.server() + ", " + since);
    HBox line = new HBox(words, go);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("recent-line");
    VBox row = new VBox(line);
    row.getStyleClass().add("recent-job");
    return row;
  }
}
