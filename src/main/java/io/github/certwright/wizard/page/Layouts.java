package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Spoken;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The arrangements that pages share. */
final class Layouts {
  private static final double MOST_SEEN = 220;

  private Layouts() {}

  /** A page: parts one below the other. */
  static VBox page(Node... parts) {
    VBox page = new VBox(parts);
    page.getStyleClass().add("page");
    return page;
  }

  /** A framed part of a page. */
  static VBox panel(Node... parts) {
    VBox panel = new VBox(parts);
    panel.getStyleClass().add("panel");
    return panel;
  }

  /** Things that belong close together. */
  static VBox stack(Node... parts) {
    VBox stack = new VBox(parts);
    stack.getStyleClass().add("close");
    return stack;
  }

  /** Something that may be long: it scrolls by itself, so that what stands below stays in sight. */
  static ScrollPane scrolling(Region inside) {
    ScrollPane scroll = new ScrollPane(inside);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("short-scroll");
    inside
        .heightProperty()
        .subscribe(
            height -> {
              double seen = Math.min(height.doubleValue(), MOST_SEEN);
              scroll.setPrefViewportHeight(seen);
              scroll.setMinViewportHeight(seen);
            });
    return scroll;
  }

  /** A button named for what it does ({@code .label}). */
  static Button button(Text text, String stem, Runnable act) {
    Button button = new Button(text.of(stem + ".label"));
    button.setMnemonicParsing(true);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(Spoken.plain(button.getText()));
    button.setOnAction(event -> act.run());
    return button;
  }
}
