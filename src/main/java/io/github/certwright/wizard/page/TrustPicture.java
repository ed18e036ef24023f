package io.github.certwright.wizard.page;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Connection;
import io.github.certwright.check.Level;
import io.github.certwright.check.StoreTrust;
import io.github.certwright.check.StoreTrust.Outcome;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import io.github.certwright.wizard.control.Sentences;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** "Who trusts whom": this computer, the server, and whether they come together. */
final class TrustPicture extends VBox {
  private final Text text;

  TrustPicture(Text text, CheckReport report, Connection connection) {
    this.text = text;
    setId("trust");
    getStyleClass().add("close");
    boolean answers = !report.links().isEmpty();
    String end =
        answers
            ? text.of("verdict.trust.server.until", report.links().getFirst().end())
            : text.of("verdict.trust.server.silent");
    EndsPicture picture =
        report.trusts().isEmpty() && browsers(connection)
            ? browsers(report)
            : tools(report, answers);
    picture.right(connection.where().typed(), end, answers ? serverColour(report) : "red");
    getChildren().add(picture);
    VBox list = new VBox();
    list.getStyleClass().add("close");
    report.trusts().forEach(store -> list.getChildren().add(line(store)));
    if (!report.trusts().isEmpty()) {
      getChildren().add(list);
    }
  }

  private EndsPicture tools(CheckReport report, boolean answers) {
    int all = report.trusts().size();
    long good = report.trusts().stream().filter(TrustPicture::trusts).count();
    EndsPicture picture = new EndsPicture(Feather.MONITOR, Feather.SERVER);
    String words;
    if (all == 0) {
      words = answers ? text.of("verdict.trust.none") : "";
    } else if (good == all) {
      words = text.of("verdict.trust.all", all);
    } else if (good == 0) {
      words = text.of("verdict.trust.nobody", all);
    } else {
      words = text.of("verdict.trust.some", good, all);
    }
    String colour = all == 0 ? "grey" : good == all ? "green" : good == 0 ? "red" : "amber";
    picture.left(text.of("verdict.trust.tools"), words, colour);
    picture.joined(all > 0 && good == all && report.level() != Level.RED);
    return picture;
  }

  private EndsPicture browsers(CheckReport report) {
    boolean warn =
        report.findings().stream().anyMatch(found -> found.key().equals("check.browser.warns"));
    boolean good = !warn && report.level() != Level.RED;
    EndsPicture picture = new EndsPicture(Feather.GLOBE, Feather.SERVER);
    picture.left(
        text.of("verdict.trust.browsers"),
        good ? text.of("verdict.trust.browsers.yes") : text.of("verdict.trust.browsers.no"),
        good ? "green" : "amber");
    picture.joined(good);
    return picture;
  }

  /** What is looked at for the sake of browsers has no tools to ask. */
  private static boolean browsers(Connection connection) {
    return connection.ports().isEmpty() && !connection.protocol().isEmpty();
  }

  private static String serverColour(CheckReport report) {
    return report.links().stream().anyMatch(link -> link.broken()) ? "red" : "green";
  }

  private static boolean trusts(StoreTrust store) {
    return store.outcome() == Outcome.TRUSTS;
  }

  private Node line(StoreTrust store) {
    FontIcon icon = Icons.small(trusts(store) ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
    icon.getStyleClass().add(trusts(store) ? "good" : "bad");
    HBox line = new HBox(icon, Sentences.plain(words(store)));
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("icon-line");
    return line;
  }

  private String words(StoreTrust store) {
    return switch (store.outcome()) {
      case TRUSTS -> text.of("verdict.store.trusts", store.label());
      case OLDER -> text.of("verdict.store.older", store.label());
      case NEWER -> text.of("verdict.store.newer", store.label());
      case OTHER -> text.of("verdict.store.other", store.label());
      case MISSING -> text.of("verdict.store.missing", store.label());
      case UNREADABLE -> text.of("verdict.store.unreadable", store.label());
    };
  }
}
