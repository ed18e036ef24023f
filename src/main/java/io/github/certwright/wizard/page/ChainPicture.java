package io.github.certwright.wizard.page;

import io.github.certwright.check.ChainLink;
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
import org.kordamp.ikonli.javafx.FontIcon;

/** The chain of certificates from the server's own to the root, and where it breaks. */
final class ChainPicture extends VBox {
  private final Text text;

  ChainPicture(Text text, List<ChainLink> links) {
    this.text = text;
    setId("chain");
    getStyleClass().add("chain");
    for (ChainLink link : links) {
      getChildren().add(box(link));
      joint(link);
    }
  }

  private Node box(ChainLink link) {
    Label title = Sentences.heading(link.title());
    VBox words = new VBox(title, Sentences.hint(part(link)));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label end = new Label(end(link));
    end.setMinWidth(Region.USE_PREF_SIZE);
    end.getStyleClass().addAll("ends", endColour(link));
    HBox box = new HBox(Icons.large(icon(link)), words, end);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("chain-box", colour(link));
    box.setAccessibleText(link.title() + ". " + part(link) + ". " + end(link));
    return box;
  }

  /** Below a box: how it hangs on who signed it. */
  private void joint(ChainLink link) {
    switch (link.joint()) {
      case NEXT -> line("verdict.chain.signed", true);
      case NOT_NEXT -> line("verdict.chain.notNext", false);
      case FORGED -> line("verdict.chain.forged", false);
      case ITSELF -> line("verdict.chain.itself", true);
      case KNOWN_HERE -> {
        line("verdict.chain.known", true);
        getChildren().add(elsewhere(link.issuer()));
      }
      case STRANGER -> {
        line("verdict.chain.stranger", true);
        getChildren().add(elsewhere(link.issuer()));
      }
      case MISSING -> {
        line("verdict.chain.missing", false);
        getChildren().add(elsewhere(link.issuer()));
      }
    }
  }

  private void line(String key, boolean holds) {
    FontIcon icon = Icons.small(holds ? Feather.ARROW_DOWN : Feather.X);
    icon.getStyleClass().add(holds ? "good" : "bad");
    Label words = Sentences.plain(text.of(key));
    words.getStyleClass().add(holds ? "hint" : "loud");
    HBox line = new HBox(icon, words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("icon-line", "chain-joint");
    getChildren().add(line);
  }

  /** An issuer whose certificate was not sent. */
  private static Node elsewhere(String issuer) {
    HBox box = new HBox(Icons.large(Feather.HELP_CIRCLE), Sentences.heading(issuer));
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("chain-box", "absent");
    return box;
  }

  private String part(ChainLink link) {
    return switch (link.part()) {
      case SERVER -> text.of("verdict.chain.server");
      case BETWEEN -> text.of("verdict.chain.between");
      case ROOT -> text.of("verdict.chain.root");
    };
  }

  private static Feather icon(ChainLink link) {
    return switch (link.part()) {
      case SERVER -> Feather.SERVER;
      case BETWEEN -> Feather.LINK;
      case ROOT -> Feather.AWARD;
    };
  }

  private String end(ChainLink link) {
    return switch (link.span()) {
      case VALID -> text.of("verdict.chain.until", link.end());
      case ENDS_SOON -> text.of("verdict.chain.soon", link.end());
      case OVER -> text.of("verdict.chain.over", link.end());
      case NOT_YET ->
          text.of("verdict.chain.notYet", link.certificate().getNotBefore().toInstant());
    };
  }

  private static String endColour(ChainLink link) {
    return switch (link.span()) {
      case VALID -> "quiet";
      case ENDS_SOON -> "warning";
      case OVER, NOT_YET -> "danger";
    };
  }

  private static String colour(ChainLink link) {
    return link.broken() ? "red" : "green";
  }
}
