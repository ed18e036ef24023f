package io.github.certwright.wizard.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files dropped on something. */
public final class Drops {
  private Drops() {}

  /**
   * Lets one file be dropped.
   *
   * @param fits whether this file is wanted now; others are left to what lies behind
   */
  public static void accept(Node node, Predicate<Path> fits, Consumer<Path> take) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (file(event, fits).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          Optional<Path> dropped = file(event, fits);
          if (dropped.isPresent()) {
            event.setDropCompleted(true);
            event.consume();
            take.accept(dropped.get());
          }
        });
  }

  private static Optional<Path> file(DragEvent event, Predicate<Path> fits) {
    List<File> files = event.getDragboard().getFiles();
    return files.size() == 1
        ? Optional.of(files.getFirst().toPath()).filter(fits)
        : Optional.empty();
  }
}
