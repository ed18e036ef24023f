package io.github.certwright.wizard.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files dropped on something. */
public final class Drops {
  private Drops() {}

  /**
   * Lets files be dropped.
   *
   * @param fits whether these files are wanted now; others are left to what lies behind
   * @param take gets one after the other
   */
  public static void accept(Node node, Predicate<List<Path>> fits, Consumer<Path> take) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (fits.test(files(event))) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<Path> dropped = files(event);
          if (fits.test(dropped)) {
            event.setDropCompleted(true);
            event.consume();
            dropped.forEach(take);
          }
        });
  }

  private static List<Path> files(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }
}
