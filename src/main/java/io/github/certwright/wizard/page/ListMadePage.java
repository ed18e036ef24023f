package io.github.certwright.wizard.page;

import io.github.certwright.plan.FileRole;
import io.github.certwright.run.RunReport;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** How many certificates were issued for a list, where they are, and what to hand out. */
public final class ListMadePage extends EndPage {
  private final ListMadeModel model;
  private final Consumer<RunReport> again;

  /**
   * @param again goes back to the page from which it can be tried again
   */
  ListMadePage(
      Text text, ListMadeModel model, Dialogs dialogs, Picker picker, Consumer<RunReport> again) {
    super(text, model, dialogs, picker);
    this.model = model;
    this.again = again;
    follow();
  }

  @Override
  String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION, NEEDS_ADMIN -> "listMade.made";
      case PARTLY -> "done.partly";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED, NOT_TRUSTED -> "done.failed";
    };
  }

  @Override
  String undoQuestion() {
    return "listMade.undo.ask";
  }

  @Override
  void again(RunReport report) {
    again.accept(report);
  }

  @Override
  List<Node> asBefore() {
    return List.of(new Note(Feather.ROTATE_CCW, text().of("listMade.undone.text")));
  }

  @Override
  List<Node> parts(RunReport report) {
    List<Node> parts = new ArrayList<>();
    problems(report).ifPresent(parts::add);
    firstButtons(report);
    if (!report.files().isEmpty()) {
      parts.add(handOut());
      add("done.folder", Feather.FOLDER, model::openFolder).setId("open-folder");
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
