package io.github.certwright.wizard.control;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons that grow with the text. They only repeat what words say, so readers skip them. */
public final class Icons {
  static {
    IconFonts.use();
  }

  private Icons() {}

  /** As tall as the text beside it. */
  public static FontIcon small(Feather feather) {
    return icon(feather, "icon-small");
  }

  /** For headings and cards. */
  public static FontIcon large(Feather feather) {
    return icon(feather, "icon-large");
  }

  /** An icon in a tinted circle. */
  public static Node badge(Feather feather, String colour) {
    FontIcon icon = icon(feather, "icon-badge");
    StackPane circle = new StackPane(icon);
    circle.getStyleClass().addAll("badge", colour);
    return circle;
  }

  /** As large as its own style says. */
  public static FontIcon styled(Feather feather) {
    return new FontIcon(feather);
  }

  private static FontIcon icon(Feather feather, String size) {
    FontIcon icon = new FontIcon(feather);
    icon.getStyleClass().add(size);
    return icon;
  }
}
