package io.github.certwright.wizard.page;

import io.github.certwright.run.StoreReport;
import io.github.certwright.run.TrustJob;
import io.github.certwright.text.Text;
import io.github.certwright.trust.StoreName;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of each trust store. */
final class StoreStates extends VBox {
  StoreStates(Text text, List<StoreReport> stores) {
    setId("store-states");
    getStyleClass().add("check-list");
    stores.forEach(store -> getChildren().add(row(text, store)));
  }

  /** What a store is called, with its place where there may be several of its kind. */
  static String name(Text text, StoreName store) {
    return text.of(TrustJob.inWords(store));
  }

  private static Node row(Text text, StoreReport store) {
    Label name = Sentences.plain(text.of(store.store().key()));
    name.getStyleClass().add("tool-name");
    VBox words = new VBox(name);
    store
        .store()
        .place()
        .ifPresent(place -> words.getChildren().add(Sentences.hint(place.toString())));
    String state = state(text, store.state());
    words.getChildren().add(Sentences.plain(state));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon(store.state()), words);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().addAll("icon-line", "check-row");
    row.setAccessibleText(name(text, store.store()) + ": " + state);
    return row;
  }

  private static String state(Text text, String word) {
    return switch (word) {
      case "installed" -> text.of("stores.state.installed");
      case "already-there" -> text.of("stores.state.already");
      case "removed" -> text.of("stores.state.removed");
      case "not-there" -> text.of("stores.state.gone");
      case "needs-admin" -> text.of("stores.state.admin");
      case "undone" -> text.of("stores.state.undone");
      default -> text.of("stores.state.failed");
    };
  }

  private static Node icon(String word) {
    return switch (word) {
      case "installed", "already-there", "removed", "not-there" ->
          coloured(Feather.CHECK_CIRCLE, "good");
      case "needs-admin" -> coloured(Feather.SHIELD, "warns");
      case "undone" -> coloured(Feather.ROTATE_CCW, "quiet");
      default -> coloured(Feather.X_CIRCLE, "bad");
    };
  }

  private static Node coloured(Feather feather, String colour) {
    FontIcon icon = Icons.small(feather);
    icon.getStyleClass().add(colour);
    return icon;
  }
}
