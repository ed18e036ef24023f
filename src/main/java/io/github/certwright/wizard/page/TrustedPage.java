package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport;
import io.github.certwright.run.StoreReport;
import io.github.certwright.text.Text;
import io.github.certwright.trust.StoreKind;
import io.github.certwright.wizard.Dialogs;
import io.github.certwright.wizard.control.Note;
import io.github.certwright.wizard.control.Picker;
import io.github.certwright.wizard.control.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Each store with what became of it, and what is left for an administrator. */
public final class TrustedPage extends EndPage {
  private final TrustedModel model;
  private final Consumer<RunReport> again;

  /**
   * @param again goes back to the page from which it can be tried again
   */
  public TrustedPage(
      Text text, TrustedModel model, Dialogs dialogs, Picker picker, Consumer<RunReport> again) {
    super(text, model, dialogs, picker);
    this.model = model;
    this.again = again;
    content().setId("trusted");
    follow();
  }

  @Override
  String heading(RunReport report) {
    return switch (report.state()) {
      case DONE, PLANNED, ATTENTION ->
          switch (model.change()) {
            case INSTALL -> "trusted.installed";
            case REMOVE -> "trusted.removed";
            case EXPORT -> "trusted.exported";
          };
      case PARTLY -> "done.partly";
      case NEEDS_ADMIN -> "trusted.admin";
      case CANCELLED -> "done.cancelled";
      case FAILED, REFUSED, NOT_TRUSTED -> "done.failed";
    };
  }

  @Override
  String undoQuestion() {
    return "trusted.undo.ask";
  }

  @Override
  void again(RunReport report) {
    again.accept(report);
  }

  @Override
  List<Node> asBefore() {
    return List.of(new Note(Feather.ROTATE_CCW, text().of("trusted.undone.text")));
  }

  @Override
  List<Node> parts(RunReport report) {
    List<Node> parts = new ArrayList<>();
    problems(report).ifPresent(parts::add);
    adminSteps(report).ifPresent(parts::add);
    List<StoreReport> stores = report.trust().stores();
    if (!stores.isEmpty()) {
      parts.add(new StoreStates(text(), stores));
    }
    if (stores.stream().anyMatch(TrustedPage::opened)) {
      parts.add(new Note(Feather.INFO, text().of("trusted.restart.text")));
    }
    firstButtons(report);
    if (model.wroteFiles()) {
      parts.add(files(report));
      add("done.folder", Feather.FOLDER, model::openFolder).setId("open-folder");
    }
    lastButton();
    errands().ifPresent(parts::add);
    return parts;
  }

  private Node files(RunReport report) {
    VBox files = Layouts.panel(Sentences.heading(text().of("trusted.files.title")));
    report
        .trust()
        .files()
        .forEach(file -> files.getChildren().add(Sentences.plain(file.path().toString())));
    files.getChildren().add(Sentences.hint(text().of("trusted.files.text")));
    return files;
  }

  /** Whether a browser that is open may not have seen the change. */
  private static boolean opened(StoreReport store) {
    return store.store().kind().group() == StoreKind.Group.BROWSERS
        && Set.of("installed", "removed").contains(store.state());
  }
}
