package io.github.certwright.wizard.page;

import io.github.certwright.settings.PastJob;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.RecentJob;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The jobs of the past, a line each, with what can be done about them. */
final class RecentPanel extends VBox {
  private final Desk desk;
  private final Text text;
  private final StartModel model;
  private final List<RecentAct> acts;
  private final StartModel.Asker asker;
  private final VBox list = new VBox();
  private final Button more;

  /**
   * @param acts what other jobs can do with one of the past
   * @param asker shows what an undo would do
   */
  RecentPanel(Desk desk, StartModel model, List<RecentAct> acts, StartModel.Asker asker) {
    this.desk = desk;
    this.text = desk.text();
    this.model = model;
    this.acts = List.copyOf(acts);
    this.asker = asker;
    list.getStyleClass().add("recent-list");
    more =
        Layouts.button(
            text, "start.recent.all", () -> model.allProperty().set(!model.allProperty().get()));
    more.setId("recent-all");
    getStyleClass().add("close");
    setId("recent");
    getChildren()
        .addAll(
            Sentences.heading(text.of("start.recent.title")),
            new UndoOutcome(text, model),
            list,
            more);
    model.jobs().addListener((ListChangeListener<RecentJob>) change -> show());
    model.allProperty().subscribe(_ -> show());
  }

  private void show() {
    setVisible(!model.jobs().isEmpty());
    setManaged(isVisible());
    list.getChildren().setAll(model.seen().stream().map(this::row).toList());
    more.setVisible(model.isLong());
    more.setManaged(more.isVisible());
    more.setText(
        model.allProperty().get()
            ? text.of("start.recent.few.label")
            : text.of("start.recent.all.label", model.jobs().size()));
    more.setAccessibleText(more.getText());
  }

  private Node row(RecentJob job) {
    Label server = Sentences.plain(job.server());
    server.getStyleClass().add("recent-server");
    String what = what(job);
    VBox words = new VBox(server, Sentences.hint(what));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label end = end(job);
    HBox line = new HBox(words, end);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("recent-line");
    VBox row = new VBox(line);
    FlowPane buttons = buttons(job);
    if (!buttons.getChildren().isEmpty()) {
      row.getChildren().add(buttons);
    }
    row.getStyleClass().add("recent-job");
    row.setAccessibleText(job.server() + ", " + what + ", " + end.getText());
    return row;
  }

  private String what(RecentJob job) {
    return switch (job.kind()) {
      case PastJob.CREATE -> text.of("start.recent.created", job.when());
      case PastJob.INSTALL -> text.of("start.recent.installed", job.when(), job.tools().size());
      case "renew" -> text.of("start.recent.renewed", job.when());
      case RecentJob.REQUEST -> text.of("start.recent.requested", job.when());
      case "complete" -> text.of("start.recent.completed", job.when());
      case "import" -> text.of("start.recent.imported", job.when());
      case ListMadeModel.KIND -> text.of("start.recent.list", job.when());
      case RootMadeModel.KIND -> text.of("start.recent.root", job.when());
      case TrustedModel.KIND -> text.of("start.recent.trust", job.when());
      default -> text.of("start.recent.done", job.when());
    };
  }

  private Label end(RecentJob job) {
    EndDate end =
        job.undone()
            .map(
                when ->
                    new EndDate(text.of("start.recent.undone", when), "quiet", Feather.ROTATE_CCW))
            .or(() -> EndDate.of(text, job, desk.clock()))
            .orElseGet(
                () -> new EndDate(text.of("start.recent.unknown"), "quiet", Feather.HELP_CIRCLE));
    FontIcon icon = Icons.small(end.icon());
    Label label = Sentences.plain(end.words());
    label.setGraphic(icon);
    label.getStyleClass().addAll("ends", end.colour());
    return label;
  }

  private FlowPane buttons(RecentJob job) {
    FlowPane buttons = new FlowPane();
    buttons.getStyleClass().add("chips");
    if (job.undone().isPresent()) {
      return buttons;
    }
    for (RecentAct act : acts) {
      if (act.fits().test(job)) {
        add(buttons, job, act.id(), act.stem(), act.icon(), () -> act.open().accept(job));
      }
    }
    job.folder()
        .ifPresent(
            folder ->
                add(
                    buttons,
                    job,
                    "recent-folder",
                    "start.recent.open",
                    Feather.FOLDER,
                    () -> model.openFolder(folder)));
    if (job.mayUndo()) {
      Runnable undo = () -> model.undo(job, asker);
      add(buttons, job, "recent-undo", "start.recent.undo", Feather.ROTATE_CCW, undo);
    }
    return buttons;
  }

  /** Many lines have the same buttons, so none of them has a letter. */
  private void add(
      FlowPane buttons, RecentJob job, String id, String stem, Feather icon, Runnable act) {
    Button button = Layouts.button(text, stem, act);
    button.setId(id);
    button.setGraphic(Icons.small(icon));
    button.getStyleClass().add("small");
    button.setAccessibleText(button.getText() + ": " + job.server() + ", " + what(job));
    buttons.getChildren().add(button);
  }
}
