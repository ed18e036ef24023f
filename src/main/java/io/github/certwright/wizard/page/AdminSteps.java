package io.github.certwright.wizard.page;

import io.github.certwright.problem.Problem;
import io.github.certwright.text.Text;
import io.github.certwright.trust.StoreName;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The commands with which an administrator finishes the job, tool by tool. */
final class AdminSteps extends VBox {
  private static final Set<String> COMMANDS = Set.of("run.install.admin", "trust.problem.admin");

  AdminSteps(Text text, List<Problem> problems) {
    setId("admin");
    getStyleClass().add("panel");
    getChildren()
        .addAll(
            Sentences.heading(text.of("installed.command.title")),
            Sentences.hint(text.of("run.install.admin.next")));
    problems.forEach(problem -> getChildren().add(row(text, problem)));
  }

  /** Whether a problem comes with a command that mends it. */
  static boolean concerns(Problem problem) {
    return COMMANDS.contains(problem.key());
  }

  private static Node row(Text text, Problem problem) {
    String tool =
        problem.args().getFirst() instanceof StoreName store
            ? StoreStates.name(text, store)
            : String.valueOf(problem.args().getFirst());
    String command = String.valueOf(problem.args().getLast());
    Label words = Sentences.plain(command);
    words.getStyleClass().add("monospaced");
    words.setAccessibleText(tool + ": " + command);
    VBox both = new VBox(Sentences.plain(tool), words);
    HBox.setHgrow(both, Priority.ALWAYS);
    CopyButton copy = new CopyButton(text, tool, () -> command);
    copy.setId("copy-command");
    HBox row = new HBox(both, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("console-step");
    return row;
  }
}
