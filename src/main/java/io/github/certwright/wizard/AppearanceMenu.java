package io.github.certwright.wizard;

import io.github.certwright.settings.Theme;
import io.github.certwright.text.Text;
import io.github.certwright.wizard.control.Icons;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** Light, dark or as the system; and how large the text is. */
final class AppearanceMenu extends MenuButton {
  private final Text text;
  private final Look look;
  private final ToggleGroup themes = new ToggleGroup();

  AppearanceMenu(Text text, Look look) {
    this.text = text;
    this.look = look;
    setText(text.of("wizard.appearance.label"));
    setMnemonicParsing(true);
    setGraphic(Icons.small(Feather.SUN));
    setId("appearance");
    setOnAction(event -> show());
    getStyleClass().add("flat");
    setMinWidth(USE_PREF_SIZE);
    getItems()
        .addAll(
            theme(Theme.SYSTEM, "wizard.theme.system"),
            theme(Theme.LIGHT, "wizard.theme.light"),
            theme(Theme.DARK, "wizard.theme.dark"),
            new SeparatorMenuItem(),
            item("wizard.text.larger", KeyCode.PLUS, look::larger),
            item("wizard.text.smaller", KeyCode.MINUS, look::smaller),
            item("wizard.text.usual", KeyCode.DIGIT0, look::usualSize));
  }

  private RadioMenuItem theme(Theme theme, String key) {
    RadioMenuItem item = new RadioMenuItem(text.of(key));
    item.setToggleGroup(themes);
    item.setSelected(look.themeProperty().get() == theme);
    item.setOnAction(event -> look.themeProperty().set(theme));
    look.themeProperty().subscribe(now -> item.setSelected(now == theme));
    return item;
  }

  private MenuItem item(String key, KeyCode shown, Runnable act) {
    MenuItem item = new MenuItem(text.of(key));
    item.setAccelerator(new KeyCodeCombination(shown, KeyCombination.SHORTCUT_DOWN));
    item.setOnAction(event -> act.run());
    return item;
  }
}
