package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.settings.PastJob;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.control.CardButton;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "What would you like to do?": a card for each job, and the jobs of the past. */
public final class StartPage {
  private static final int MOST_RECENT = 5;

  private final Desk desk;
  private final List<Card> cards;
  private final Consumer<Problem> trouble;

  /**
   * @param trouble hears why a folder could not be opened
   */
  public StartPage(Desk desk, List<Card> cards, Consumer<Problem> trouble) {
    this.desk = desk;
    this.trouble = trouble;
    this.cards = List.copyOf(cards);
  }

  /** The content, with the history as it is now. */
  public Node content() {
    VBox page = Layouts.page(cards());
    List<PastJob> history = desk.settings().current().history();
    if (!history.isEmpty()) {
      page.getChildren().add(recent(history));
    }
    page.getStyleClass().add("start");
    return page;
  }

  private Node cards() {
    Node[] all = cards.stream().map(this::card).toArray(Node[]::new);
    return all.length == 1 ? all[0] : new Columns(16, all);
  }

  private Node card(Card card) {
    Text text = desk.text();
    CardButton button =
        new CardButton(
            Icons.badge(card.icon(), "accent"),
            text.of(card.stem() + ".title"),
            text.of(card.stem() + ".sentence"),
            go(),
            card.open());
    button.setId(card.id());
    return button;
  }

  private static Node go() {
    Node arrow = Icons.large(Feather.CHEVRON_RIGHT);
    arrow.getStyleClass().add("card-arrow");
    return arrow;
  }

  private Node recent(List<PastJob> history) {
    Text text = desk.text();
    VBox list = new VBox();
    list.getStyleClass().add("recent-list");
    for (PastJob job : history.subList(0, Math.min(MOST_RECENT, history.size()))) {
      list.getChildren().add(recent(job));
    }
    return Layouts.stack(Sentences.heading(text.of("start.recent.title")), list);
  }

  private Node recent(PastJob job) {
    Text text = desk.text();
    long days = job.daysLeft(desk.clock());
    Label server = new Label(job.server());
    server.getStyleClass().add("recent-server");
    Label created = Sentences.hint(text.of("start.recent.created", job.created()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label ends =
        new Label(
            job.ends().isBefore(desk.clock().instant())
                ? text.of("start.recent.ended", job.ends())
                : text.of("start.recent.ends", days));
    ends.setMinWidth(Region.USE_PREF_SIZE);
    ends.getStyleClass().addAll("ends", urgency(days));
    HBox row = new HBox(new VBox(server, created), space, ends);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("recent-job");
    Button open = Layouts.button(text, "start.recent.open", () -> openFolder(job));
    open.setAccessibleText(open.getAccessibleText() + ": " + job.server());
    row.getChildren().add(open);
    return row;
  }

  private void openFolder(PastJob job) {
    desk.background()
        .run(
            cancellation -> {
              desk.services().openFolder(Path.of(job.folder()));
              return job;
            })
        .onProblem(trouble);
  }

  /** Colours by the days at which every Certwright warns: 60, 30, 7. */
  private static String urgency(long days) {
    if (days <= 7) {
      return "danger";
    }
    return days <= 60 ? "warning" : "quiet";
  }

  /**
   * One thing that can be done.
   *
   * @param stem message stem: {@code .title} and {@code .sentence}
   */
  public record Card(String id, String stem, Feather icon, Runnable open) {}
}
