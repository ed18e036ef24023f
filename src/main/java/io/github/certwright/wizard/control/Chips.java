package io.github.certwright.wizard.control;

import io.github.certwright.text.Text;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Names as chips: those chosen can be taken away, those suggested can be added. */
public final class Chips extends FlowPane {
  private final Text text;

  private Chips(Text text) {
    this.text = text;
    getStyleClass().add("chips");
  }

  /** Chips with a button that takes them away; the first is marked as the main one. */
  public static Chips chosen(Text text, ObservableList<String> names, Consumer<String> remove) {
    Chips chips = new Chips(text);
    chips.follow(names, () -> names.forEach(name -> chips.add(name, remove)));
    return chips;
  }

  /** Chips that are buttons and add what they say. */
  public static Chips suggested(Text text, ObservableList<String> names, Consumer<String> accept) {
    Chips chips = new Chips(text);
    chips.follow(names, () -> names.forEach(name -> chips.offer(name, accept)));
    return chips;
  }

  private void follow(ObservableList<String> names, Runnable fill) {
    Runnable again =
        () -> {
          getChildren().clear();
          fill.run();
          setVisible(!names.isEmpty());
          setManaged(!names.isEmpty());
        };
    names.addListener((ListChangeListener<String>) change -> again.run());
    again.run();
  }

  private void add(String name, Consumer<String> remove) {
    Label label = new Label(name);
    Button away = new Button(null, Icons.small(Feather.X));
    away.getStyleClass().addAll("flat", "chip-away");
    away.setAccessibleText(text.of("server.chip.remove", name));
    away.setOnAction(event -> remove.accept(name));
    HBox chip = new HBox(label, away);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("chip");
    if (getChildren().isEmpty()) {
      chip.getStyleClass().add("main");
      Label mark = new Label(text.of("server.chip.main"));
      mark.getStyleClass().add("chip-mark");
      chip.getChildren().add(1, mark);
    }
    getChildren().add(chip);
  }

  private void offer(String name, Consumer<String> accept) {
    Button button = new Button(name, Icons.small(Feather.PLUS));
    button.getStyleClass().add("chip-offer");
    button.setAccessibleText(text.of("server.chip.add", name));
    button.setOnAction(event -> accept.accept(name));
    getChildren().add(button);
  }
}
