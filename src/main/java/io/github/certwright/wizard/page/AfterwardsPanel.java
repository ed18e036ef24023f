package io.github.certwright.wizard.page;

import io.github.certwright.report.Afterwards;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.CopyButton;
import io.github.certwright.wizard.control.Sentences;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is left to do elsewhere: the lines for Web Application Platform, and the plain port. */
final class AfterwardsPanel extends VBox {
  AfterwardsPanel(Text text, Afterwards afterwards) {
    getStyleClass().add("panel");
    setId("afterwards");
    String lines = String.join("\n", afterwards.lines());
    Label block = Sentences.plain(lines);
    block.getStyleClass().add("monospaced");
    block.setId("platform-lines");
    block.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(block, Priority.ALWAYS);
    CopyButton copy = new CopyButton(text, text.of("report.platform.title"), () -> lines);
    copy.setId("copy-platform");
    HBox row = new HBox(block, copy);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("console-step");
    String plain = text.of("report.plain.text");
    Label port = Sentences.plain(plain);
    port.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(port, Priority.ALWAYS);
    CopyButton copyPort = new CopyButton(text, text.of("report.plain.title"), () -> plain);
    copyPort.setId("copy-plain");
    HBox portRow = new HBox(port, copyPort);
    portRow.setAlignment(Pos.TOP_LEFT);
    portRow.getStyleClass().add("console-step");
    getChildren()
        .addAll(
            Sentences.heading(text.of("report.platform.title")),
            Sentences.plain(text.of("report.platform.text")),
            row,
            Sentences.hint(text.of("report.platform.password")),
            Sentences.heading(text.of("report.plain.title")),
            portRow);
  }
}
