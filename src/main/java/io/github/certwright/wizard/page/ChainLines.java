package io.github.certwright.wizard.page;

import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A chain that holds, from the server's certificate to the last that is known. */
final class ChainLines extends VBox {
  private final Text text;

  ChainLines(Text text, List<CertificateFacts> chain) {
    this.text = text;
    setId("chain");
    getStyleClass().add("chain");
    for (int i = 0; i < chain.size(); i++) {
      getChildren().add(box(chain.get(i), i == 0));
      if (i + 1 < chain.size()) {
        getChildren().add(joint());
      }
    }
  }

  private Node box(CertificateFacts link, boolean server) {
    boolean root = link.subject().equals(link.issuer());
    String part =
        server
            ? text.of("answer.chain.server")
            : root ? text.of("answer.chain.root") : text.of("answer.chain.between");
    String title = title(link);
    String until = text.of("source.found.until", link.notAfter());
    VBox words = new VBox(Sentences.heading(title), Sentences.hint(part));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label end = Sentences.hint(until);
    end.setMinWidth(Region.USE_PREF_SIZE);
    Feather icon = server ? Feather.SERVER : root ? Feather.AWARD : Feather.LINK;
    HBox box = new HBox(Icons.large(icon), words, end);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("chain-box", "green");
    box.setAccessibleText(title + ". " + part + ". " + until);
    return box;
  }

  private Node joint() {
    HBox line =
        new HBox(Icons.small(Feather.ARROW_DOWN), Sentences.hint(text.of("answer.chain.signed")));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("icon-line", "chain-joint");
    return line;
  }

  private static String title(CertificateFacts link) {
    return link.names().isEmpty()
        ? link.subject().replaceFirst("^(?:.*, *)?CN=([^,]*).*$", "$1")
        : link.names().getFirst();
  }
}
