package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.CardButton;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** "What would you like to do?": a card for each job, and the jobs of the past. */
public final class StartPage {
  private static final int GAP = 10;

  private final StartModel model;
  private final WaitingPanel waiting;
  private final VBox content;

  /**
   * @param waiting the requests whose answer is waited for
   * @param acts what can be done with a job of the past, besides taking it back
   */
  public StartPage(
      Desk desk,
      StartModel model,
      List<Card> cards,
      WaitingPanel waiting,
      List<RecentAct> acts,
      Dialogs dialogs) {
    this.model = model;
    this.waiting = waiting;
    Text text = desk.text();
    content =
        Layouts.page(
            new RecoveredNote(text, model),
            waiting,
            cards(text, cards),
            new RecentPanel(desk, model, acts, new UndoQuestion(text, dialogs)));
    content.getStyleClass().addAll("start", "many-cards");
  }

  /** The content, with the history as it is now. */
  public Node content() {
    model.entered();
    waiting.refresh();
    return content;
  }

  /** The cards, side by side where there is room. */
  static Node cards(Text text, List<Card> cards) {
    Node[] all = cards.stream().map(card -> card(text, card)).toArray(Node[]::new);
    return all.length == 1 ? all[0] : new Columns(GAP, all);
  }

  private static Node card(Text text, Card card) {
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

  /**
   * One thing that can be done.
   *
   * @param stem message stem: {@code .title} and {@code .sentence}
   */
  public record Card(String id, String stem, Feather icon, Runnable open) {}
}
