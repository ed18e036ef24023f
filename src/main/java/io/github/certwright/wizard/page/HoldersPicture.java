package io.github.certwright.wizard.page;

import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Columns;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who holds which file: the server its keystore, every modeling tool the client's pair. */
final class HoldersPicture extends VBox {

  HoldersPicture(Text text) {
    getStyleClass().add("picture");
    getChildren()
        .add(
            new Columns(
                16,
                holder(Feather.SERVER, "success", text, "passwords.picture.server"),
                holder(Feather.MONITOR, "accent", text, "passwords.picture.client")));
    setAccessibleText(
        text.of("passwords.picture.server.text") + " " + text.of("passwords.picture.client.text"));
  }

  private static Node holder(Feather icon, String colour, Text text, String stem) {
    Label who = Sentences.heading(text.of(stem + ".title"));
    VBox words = new VBox(who, Sentences.hint(text.of(stem + ".text")));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(Icons.badge(icon, colour), words);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("holder");
    return box;
  }
}
