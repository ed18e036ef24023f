package io.github.certwright.wizard.page;

import io.github.certwright.wizard.Shell;
import io.github.certwright.wizard.control.CardButton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;

/**
 * Walks through every job that the start page offers, as far as its pages let pass somebody who
 * answers nothing but the server's name. It turns back at the review, so it changes nothing.
 */
final class PageWalk {
  private static final Duration PACE = Duration.millis(50);
  private static final int PATIENCE = 20;
  private static final String SERVER = "localhost";

  private final Shell shell;
  private final int most;
  private final Runnable end;
  private final Deque<CardButton> cards = new ArrayDeque<>();
  private final Timeline steps = new Timeline(new KeyFrame(PACE, event -> step()));
  private int waited;

  /**
   * @param most jobs, from the first one on
   * @param end called after the last job was left
   */
  PageWalk(Shell shell, int most, Runnable end) {
    this.shell = shell;
    this.most = most;
    this.end = end;
  }

  /** Begins at the start page; the window must be open. */
  void begin() {
    shell.root().lookupAll(".job-card").stream()
        .filter(CardButton.class::isInstance)
        .map(CardButton.class::cast)
        // It would open a server, and its pages are those of the first card.
        .filter(card -> !"practise".equals(card.getId()))
        .limit(most)
        .forEach(cards::add);
    steps.setCycleCount(Animation.INDEFINITE);
    steps.play();
  }

  private void step() {
    if (!shell.atStart()) {
      stepOnPage();
    } else if (cards.isEmpty()) {
      steps.stop();
      end.run();
    } else {
      waited = 0;
      cards.pop().press();
    }
  }

  private void stepOnPage() {
    find("server-name", TextInputControl.class)
        .filter(name -> name.getText().isEmpty())
        .ifPresent(name -> name.setText(SERVER));
    Optional<Button> next = find("next", Button.class).filter(button -> !button.isDisabled());
    boolean review = find("sentences", Node.class).isPresent();
    waited++;
    if (review || waited > PATIENCE) {
      shell.leave();
    } else if (next.isPresent()) {
      waited = 0;
      next.get().fire();
    }
  }

  private <T extends Node> Optional<T> find(String id, Class<T> kind) {
    return Optional.ofNullable(shell.root().lookup("#" + id))
        .filter(Node::isVisible)
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
