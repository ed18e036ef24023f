package io.github.certwright.wizard.page;

import io.github.certwright.plan.Plan;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Server, lock and tools: what is green, and what is still to be done by hand. */
final class ConnectionPicture extends VBox {
  private final Text text;

  /** After an undo: nothing of the run is left. */
  static ConnectionPicture asBefore(Text text, Plan plan) {
    RunReport nothing =
        new RunReport(
            RunReport.State.CANCELLED,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            List.of());
    return new ConnectionPicture(text, plan, nothing);
  }

  ConnectionPicture(Text text, Plan plan, RunReport report) {
    this.text = text;
    boolean made = !report.files().isEmpty();
    boolean secure = report.verified().isPresent();
    long installed =
        report.tools().stream()
            .filter(
                tool -> tool.state().equals("installed") || tool.state().equals("already-there"))
            .count();
    String server = plan.certificate().names().getFirst().display();
    String serverWords = serverWords(made, report.uploaded());
    String toolWords = toolWords(report, made, installed);
    getStyleClass().add("connection");
    StackPane top =
        new StackPane(
            line(secure),
            halves(
                end(Feather.SERVER, colour(made, report.uploaded())),
                end(Feather.MONITOR, colour(made, installed > 0))),
            lock(made, secure));
    getChildren()
        .addAll(
            top,
            halves(
                caption(server, serverWords),
                caption(text.of("done.picture.tools.title"), toolWords)));
    setAccessibleText(server + ": " + serverWords + " " + toolWords);
  }

  private String serverWords(boolean made, boolean uploaded) {
    if (!made) {
      return text.of("done.picture.unchanged");
    }
    return uploaded ? text.of("done.picture.server.has") : text.of("done.picture.server.byHand");
  }

  private String toolWords(RunReport report, boolean made, long installed) {
    if (!made) {
      return text.of("done.picture.unchanged");
    }
    if (report.state() == RunReport.State.NEEDS_ADMIN && installed == 0) {
      return text.of("done.picture.tools.admin");
    }
    return installed == 0
        ? text.of("done.picture.tools.kit")
        : text.of("done.picture.tools.installed", installed);
  }

  private static String colour(boolean made, boolean done) {
    if (!made) {
      return "grey";
    }
    return done ? "green" : "amber";
  }

  private static Node halves(Node left, Node right) {
    GridPane grid = new GridPane();
    for (int i = 0; i < 2; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(50);
      column.setHalignment(HPos.CENTER);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(0, left, right);
    return grid;
  }

  private static Node end(Feather feather, String colour) {
    FontIcon icon = Icons.styled(feather);
    icon.getStyleClass().add("icon-picture");
    StackPane box = new StackPane(icon);
    box.getStyleClass().addAll("connection-end", colour);
    return box;
  }

  private static Node caption(String title, String words) {
    VBox caption = new VBox(centred(Sentences.heading(title)), centred(Sentences.hint(words)));
    caption.setAlignment(Pos.TOP_CENTER);
    return caption;
  }

  private static Label centred(Label label) {
    label.setTextAlignment(TextAlignment.CENTER);
    label.setAlignment(Pos.CENTER);
    return label;
  }

  /** From the middle of the one box to the middle of the other, behind both and the lock. */
  private Node line(boolean secure) {
    Region line = new Region();
    line.getStyleClass().addAll("connection-line", secure ? "green" : "dashed");
    line.maxWidthProperty().bind(widthProperty().divide(2));
    return line;
  }

  private static Node lock(boolean made, boolean secure) {
    FontIcon icon = Icons.large(secure ? Feather.LOCK : Feather.UNLOCK);
    StackPane circle = new StackPane(icon);
    circle.getStyleClass().addAll("connection-lock", colour(made, secure));
    return circle;
  }
}
