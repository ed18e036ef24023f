package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Flow;
import io.github.certwright.wizard.Job;
import io.github.certwright.wizard.Page;
import io.github.certwright.wizard.PageButtons;
import io.github.certwright.wizard.PageModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** "What is it about?": the jobs that have to do with an authority, a card each. */
final class ChooseAuthority implements Page {
  private final PageModel model = new Nothing();
  private final Node cards;
  private final VBox content;

  private ChooseAuthority(Text text, List<StartPage.Card> all) {
    cards = StartPage.cards(text, all);
    content = Layouts.page(cards);
    content.getStyleClass().add("many-cards");
  }

  /**
   * The job, which only leads to others.
   *
   * @param cards one for each of them
   */
  static Job job(Desk desk, List<StartPage.Card> cards) {
    ChooseAuthority page = new ChooseAuthority(desk.text(), cards);
    return new Job(
        desk.text().of("start.authority.title"),
        List.of(page),
        new Flow(List.of(page.model)),
        () -> {});
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
    return content.lookup(".job-card");
  }

  @Override
  public PageButtons buttons() {
    return new PageButtons("", "", "wizard.cancel");
  }

  /** Nothing is answered here but by a card. */
  private static final class Nothing extends PageModel {
    Nothing() {
      super("use.page");
    }

    @Override
    protected List<Problem> check() {
      return List.of();
    }
  }
}
