package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/** How many certificates were issued for a list, where they are, and what to hand out. */
public final class ListMadePage extends MadePage {
  private final ListMadeModel model;

  /**
   * @param again goes back to the page from which it can be tried again
   */
  ListMadePage(
      Text text, ListMadeModel model, Dialogs dialogs, Picker picker, Consumer<RunReport> again) {
    super(
        text,
        model,
        new Words("listMade.made", "listMade.undo.ask", "listMade.undone.text"),
        dialogs,
        picker,
        again);
    this.model = model;
    follow();
  }

  @Override
  List<Node> parts(RunReport report) {
    List<Node> parts = new ArrayList<>();
    problems(report).ifPresent(parts::add);
    firstButtons(report);
    if (!report.files().isEmpty()) {
      parts.add(handOut());
      addFolder();
    }
    lastButton();
    errands().ifPresent(parts::add);
    return parts;
  }

  private Node handOut() {
    int count = model.plan().servers().size();
    return Layouts.panel(
        Sentences.heading(text().of("listMade.count", count)),
        Sentences.plain(model.plan().folder().toString()),
        Sentences.heading(text().of("listMade.next.title")),
        Sentences.plain(
            text()
                .of(
                    "listMade.next.server",
                    FileRole.SERVER_KEYSTORE.fileName(),
                    FileRole.SERVER_PASSWORD.fileName())),
        Sentences.plain(
            text()
                .of(
                    "listMade.next.tools",
                    FileRole.CLIENT_STORE.fileName(),
                    FileRole.CLIENT_PASSWORD.fileName())),
        Sentences.plain(
            text().of("listMade.next.browsers", FileRole.AUTHORITY_CERTIFICATE.fileName())));
  }
}
