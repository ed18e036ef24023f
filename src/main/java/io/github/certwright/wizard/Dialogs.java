package io.github.certwright.wizard;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.ProblemLine;
import io.github.certwright.wizard.control.Sentences;
import io.github.certwright.wizard.control.Spoken;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Small windows that ask or tell. Asking always defaults to no. */
public final class Dialogs {
  private final Text text;
  private final Look look;
  private Window owner;
  private Optional<Dialog<ButtonType>> open = Optional.empty();

  public Dialogs(Text text, Look look) {
    this.text = text;
    this.look = look;
  }

  /** The window they stand in front of. */
  public void belongTo(Window window) {
    owner = window;
  }

  public Window owner() {
    return owner;
  }

  /**
   * Asks; closing the question, Esc and Enter mean no.
   *
   * @param stem message stem: {@code .title} and {@code .text}
   * @param yesStem message stem of the button that agrees
   * @param noStem message stem of the button that does not
   */
  public void ask(String stem, String yesStem, String noStem, Runnable yes) {
    ask(
        new Question(
            text.of(stem + ".title"), Sentences.plain(text.of(stem + ".text")), yesStem, noStem),
        yes,
        () -> {});
  }

  /** Asks about something that needs more than a sentence. */
  public void ask(Question question, Runnable yes, Runnable no) {
    ButtonType yesButton = new ButtonType(text.of(question.yesStem() + ".label"), ButtonData.OTHER);
    ButtonType noButton =
        new ButtonType(text.of(question.noStem() + ".label"), ButtonData.CANCEL_CLOSE);
    Dialog<ButtonType> dialog = dialog(question.title(), question.body());
    dialog.getDialogPane().getButtonTypes().setAll(yesButton, noButton);
    Button noNode = (Button) dialog.getDialogPane().lookupButton(noButton);
    Button yesNode = (Button) dialog.getDialogPane().lookupButton(yesButton);
    noNode.setId("no");
    noNode.setDefaultButton(true);
    yesNode.setId("yes");
    yesNode.setDefaultButton(false);
    dialog.setOnShown(event -> noNode.requestFocus());
    dialog.setOnHidden(
        event -> {
          open = Optional.empty();
          if (yesButton.equals(dialog.getResult())) {
            yes.run();
          } else {
            no.run();
          }
        });
    open = Optional.of(dialog);
    dialog.show();
  }

  /** Takes back a question that has become idle; that counts as no. */
  public void withdraw() {
    open.ifPresent(Dialog::close);
  }

  /** Tells of a problem that belongs to no field. */
  public void tell(Problem problem) {
    Dialog<ButtonType> dialog =
        dialog(text.of("wizard.problem.title"), new ProblemLine(text, problem));
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(new ButtonType(text.of("wizard.close.label"), ButtonData.CANCEL_CLOSE));
    dialog.show();
  }

  /** A window with a heading and a body, in the look of all others, without buttons yet. */
  Dialog<ButtonType> dialog(String title, Node body) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(title);
    DialogPane pane = dialog.getDialogPane();
    look.dress(pane.getStylesheets());
    Label heading = Sentences.plain(title);
    heading.getStyleClass().add("dialog-title");
    VBox content = new VBox(heading, body);
    content.getStyleClass().add("dialog-content");
    pane.setContent(content);
    pane.getStyleClass().add("calm-dialog");
    Spoken.name(pane, title);
    return dialog;
  }

  /**
   * A question.
   *
   * @param yesStem message stem of the button that agrees
   * @param noStem message stem of the button that does not
   */
  public record Question(String title, Node body, String yesStem, String noStem) {}
}
